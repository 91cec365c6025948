import { nb } from '../i18n/french-form.ts';

/** « 04 00 00 00 00 » for a French number in E.164; another country's keeps its code. */
export const formatHelpLine = (e164: string): string =>
  nb(e164.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1 $2 $3 $4 $5'));
