import type { Catalogue } from '../../directory/index.ts';
import { changesByDay, type DayOfChanges } from '../domain/change-history.ts';
import type { OpenDataDeps } from './open-data-deps.ts';

/** Read for the history by day: a territory's first import, and months of ordinary life after it. */
const CHANGES_READ = 5_000;
const DAYS_SHOWN = 30;

export interface History {
  lastChangeAt: Date | null;
  days: DayOfChanges[];
  isComplete: boolean;
}

/** The latest days of changes, read once per revision of the directory. */
export function createHistoryReader(
  deps: Pick<OpenDataDeps, 'changes'>,
): (catalogue: Catalogue) => Promise<History> {
  let latest: { catalogue: Catalogue; history: Promise<History> } | null = null;
  return (catalogue) => {
    if (latest?.catalogue !== catalogue) {
      const history = readHistory(deps);
      latest = { catalogue, history };
      // A database that failed once must not be believed for ever.
      history.catch(() => {
        latest = null;
      });
    }
    return latest.history;
  };
}

async function readHistory({ changes }: Pick<OpenDataDeps, 'changes'>): Promise<History> {
  const read = await changes(CHANGES_READ);
  const isWhole = read.length < CHANGES_READ;
  const days = changesByDay(read, isWhole);
  return {
    lastChangeAt: read[0]?.at ?? null,
    days: days.slice(0, DAYS_SHOWN),
    isComplete: isWhole && days.length <= DAYS_SHOWN,
  };
}
