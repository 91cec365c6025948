import { createHash } from 'node:crypto';
import { createJournalVerifier, type JournalFault } from '../domain/journal.ts';
import type { JournalPart } from '../domain/journal-shape.ts';

export interface Verification {
  entries: number;
  accounts: number;
  faults: readonly JournalFault[];
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Follows every chain and recomputes every balance, from the database or from an export alike. */
export async function verifyJournal(parts: AsyncIterable<JournalPart>): Promise<Verification> {
  const verifier = createJournalVerifier(sha256);
  let entries = 0;
  let accounts = 0;
  for await (const part of parts) {
    if ('entry' in part) {
      entries += 1;
      verifier.readEntry(part.entry);
    } else {
      accounts += 1;
      verifier.readAccount(part.account);
    }
  }
  return { entries, accounts, faults: verifier.conclude() };
}
