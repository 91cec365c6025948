/** In the phone, the numbering plans of the world (45 KB) are absent: French numbers are written in pairs. */
export const formatPhone = (e164: string): string =>
  e164.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5');
export const parsePhones = (): { values: never[] } => ({ values: [] });
