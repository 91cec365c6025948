import { createHash } from 'node:crypto';
import type { RecordRef } from '../../../kernel/record-ref.ts';

/** Crockford's symbols in lower case: no i, l, o or u, so that an identifier can be read aloud and typed. */
const SYMBOLS = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 10;

/** 50 bits from the founding record: the same files give the same addresses wherever they are imported first. */
export function mintId(founder: RecordRef, attempt: number): string {
  const digest = createHash('sha256')
    .update(attempt === 0 ? founder : `${founder}\n${attempt}`)
    .digest();
  return Array.from(digest.subarray(0, ID_LENGTH), (byte) => SYMBOLS[byte & 31]).join('');
}
