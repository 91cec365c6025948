import type { Catalogue, ChangeDay } from '../../directory/index.ts';
import type { OpenDataDeps } from './open-data-deps.ts';

const DAYS_SHOWN = 30;

export interface History {
  lastChangeAt: Date | null;
  days: ChangeDay[];
  isComplete: boolean;
}

/** The latest days of changes, read once per revision of the directory. */
export function createHistoryReader(
  deps: Pick<OpenDataDeps, 'changes' | 'changeDays'>,
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

async function readHistory({
  changes,
  changeDays,
}: Pick<OpenDataDeps, 'changes' | 'changeDays'>): Promise<History> {
  const [last] = await changes(1);
  const days = await changeDays(DAYS_SHOWN + 1);
  return {
    lastChangeAt: last?.at ?? null,
    days: days.slice(0, DAYS_SHOWN),
    isComplete: days.length <= DAYS_SHOWN,
  };
}
