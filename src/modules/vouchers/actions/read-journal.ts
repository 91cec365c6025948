import type { Queries } from '../../../platform/db/database.ts';
import type { JournalPart } from '../domain/journal-shape.ts';
import { readAccounts, readEntries } from '../store/ledger.ts';

/** Rows read at a time: a million entries never stand in memory together. */
const PAGE_SIZE = 2000;

/** The whole journal: entries in their order, then what each account says. */
export async function* readJournal(db: Queries): AsyncGenerator<JournalPart> {
  let after = '0';
  for (;;) {
    const entries = await readEntries(db, { after, limit: PAGE_SIZE });
    for (const entry of entries) yield { entry };
    if (entries.length < PAGE_SIZE) break;
    after = entries.at(-1)!.number;
  }
  let afterAccount = '';
  for (;;) {
    const accounts = await readAccounts(db, { after: afterAccount, limit: PAGE_SIZE });
    for (const account of accounts) yield { account };
    if (accounts.length < PAGE_SIZE) break;
    afterAccount = accounts.at(-1)!.id;
  }
}
