import { extractBIC } from 'ibantools';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';

/** The code of a bank, 8 or 11 capitals and digits (ISO 9362). SEPA transfers have not needed it since 2016. */
export type Bic = string & { readonly __bic: unique symbol };

export type BicRefusal = { kind: 'bic-wrong' };

/** A test code (a zero in eighth place) reaches no bank. */
export function parseBic(text: string): Result<Bic, BicRefusal> {
  const bic = text.toUpperCase().replace(/[\s\p{Cf}]/gu, '');
  const { valid, testBIC } = extractBIC(bic);
  return valid && !testBIC ? ok(bic as Bic) : refuse({ kind: 'bic-wrong' });
}
