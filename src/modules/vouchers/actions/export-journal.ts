import type { Queries } from '../../../platform/db/database.ts';
import { readJournal } from './read-journal.ts';
import { JOURNAL_FORMAT } from './read-journal-file.ts';

/** Lines of an export: its format, the journal, then how many parts it holds. */
export async function* exportJournal(db: Queries, at: Date): AsyncGenerator<string> {
  yield JSON.stringify({ format: JOURNAL_FORMAT, exportedAt: at.toISOString() });
  let parts = 0;
  for await (const part of readJournal(db)) {
    parts += 1;
    yield JSON.stringify(part);
  }
  yield JSON.stringify({ parts });
}
