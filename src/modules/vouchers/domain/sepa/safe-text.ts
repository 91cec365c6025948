import { ok, type Result, refuse } from '../../../../kernel/result.ts';

/** Lengths of the SEPA credit transfer rulebook, in characters. */
export const NAME_LENGTH = 70;
export const REMITTANCE_LENGTH = 140;
const ID_LENGTH = 35;

/** What every bank of the area must carry. None of it is reserved by XML between two tags. */
const SAFE = /^[A-Za-z0-9/?:().,'+ -]*$/;

/** Letters that no accent explains, and signs that have a near one: after the conversion table of the EPC, EPC217-08. */
const EQUIVALENTS: ReadonlyMap<string, string> = new Map(
  [
    'œoe ŒOE æae ÆAE ßss ẞSS øo ØO łl ŁL đd ĐD ðd ÐD þth ÞTH ıi ħh ĦH ŋn ŊN ŧt ŦT',
    "’' ‘' `' ´' ʼ' ‛' &+ ‐- ‑- ‒- –- —- _- ·. •. !. ;,",
    '[( ]) {( }) @(at) €EUR °o ⁄/ \\/ |/',
  ].flatMap((line) => line.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])),
);

/**
 * A text in the safe characters, cut at a length (rule P4). What has no equivalent, quotes or another alphabet
 * for instance, becomes a space; nothing at all may remain, and the text is then empty.
 */
export function safeText(text: string, maxLength: number): string {
  const plain = [
    ...opened(text)
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, ''),
  ]
    .map(safeCharacter)
    .join('');
  return plain.replace(/ +/g, ' ').trim().slice(0, maxLength).trimEnd();
}

/** Before decomposition, which would turn some of these signs into a space and an accent. */
const opened = (text: string): string => [...text].map((sign) => EQUIVALENTS.get(sign) ?? sign).join('');

const safeCharacter = (sign: string): string => {
  const equivalent = EQUIVALENTS.get(sign) ?? sign;
  return SAFE.test(equivalent) ? equivalent : ' ';
};

/**
 * The name of an account holder as the file will carry it. A name in another alphabet is refused rather than spelt by
 * us: the bank compares it with the account (rule P9), and a RIB of the area always writes it in Latin letters.
 */
export function safeName(name: string): Result<string, { kind: 'name-unwritable' }> {
  const safe = safeText(name, NAME_LENGTH);
  return /[A-Za-z0-9]/.test(safe) ? ok(safe) : refuse({ kind: 'name-unwritable' });
}

/** Identifiers are never repaired: what comes back from the bank must be what was sent. Slashes: rulebook, AT-41. */
export const isSafeId = (id: string): boolean =>
  id.length > 0 && id.length <= ID_LENGTH && SAFE.test(id) && id === id.trim() && !/^\/|\/\/|\/$/.test(id);
