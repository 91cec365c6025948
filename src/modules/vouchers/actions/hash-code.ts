import { createHash } from 'node:crypto';
import type { PassCode } from '../domain/code.ts';

/** V10: what is kept of a code. Eighty random bits need no salt: nobody can try them all. */
export const hashCode = (code: PassCode): string => createHash('sha256').update(`pass:${code}`).digest('hex');
