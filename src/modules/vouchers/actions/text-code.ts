import { gsmText } from '../../../kernel/gsm-text.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { formatDate } from '../../../platform/i18n/french-form.ts';
import type { PublicLang } from '../../../platform/i18n/public-languages.ts';
import { postMessage } from '../../outbox/index.ts';
import { amountWords } from '../amount-messages.ts';
import { amountOf } from '../domain/amount.ts';
import { printedCode } from '../domain/code.ts';
import { SHEET } from '../sheet-messages.ts';
import type { VoucherDeps } from './deps.ts';
import type { HandedOver } from './hand-over.ts';

export interface CodeText {
  lang: PublicLang;
  /** Page that says where the pass is accepted. */
  page: string;
}

/** The sheet in one text message; in the letters of old telephones where the language has them. */
export function codeText({ booklet, code }: HandedOver, { lang, page }: CodeText): string {
  const left = booklet.passes.filter(({ state }) => state === 'handed_over').length;
  const say = SHEET[lang];
  const help = amountWords(amountOf(booklet.terms, left), lang);
  const text = `${say.textHelp(booklet.personName ?? '', help, formatDate(booklet.lastDay!, lang))} ${say.textCode(printedCode(code), page)}`;
  return lang === 'ar' || lang === 'uk' ? text : gsmText(text);
}

/** Sent by us, in the transaction that makes the code. What it says is erased as soon as it has left. */
export const textCode = (
  tx: Queries,
  given: HandedOver,
  { to, deps, ...about }: CodeText & { to: string; deps: VoucherDeps },
): Promise<void> =>
  postMessage(
    tx,
    { channel: 'sms', purpose: 'pass-code', to, text: codeText(given, about), isSecret: true },
    deps,
  );
