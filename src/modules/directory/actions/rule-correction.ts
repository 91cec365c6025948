import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database, Queries } from '../../../platform/db/database.ts';
import type { Correction } from '../domain/correction.ts';
import type { StoredPlace } from '../domain/place.ts';
import { insertRulings, readCorrection, readGesture } from '../store/corrections.ts';
import { appendChanges, lockDirectory } from '../store/history.ts';
import { readPlace, setPlaceStatus } from '../store/places.ts';
import { refreshCorrected } from './refresh-corrected.ts';

export type RulingRefusal = { kind: 'unknown-correction' };

interface RulingDeps {
  db: Database;
  clock: () => Date;
}

export type Verdict = 'accepted' | 'refused' | 'withdrawn';

interface RulingInput {
  verdict: Verdict;
  reason: string;
  author: string;
}

/** Accepts, refuses or takes back one correction; the latest ruling holds, so that a mistake is mended by ruling again. */
export const ruleCorrection = (
  { id, ...ruling }: RulingInput & { id: number },
  deps: RulingDeps,
): Promise<Result<{ placeId: string }, RulingRefusal>> =>
  rule(deps, { ...ruling, find: async (tx) => [await readCorrection(tx, id)].filter((one) => one !== null) });

/** Takes back all that was said at once: the place shows again what it would show had nobody spoken. */
export const withdrawGesture = (
  { gesture, author }: { gesture: string; author: string },
  deps: RulingDeps,
): Promise<Result<{ placeId: string }, RulingRefusal>> =>
  rule(deps, {
    verdict: 'withdrawn',
    reason: '',
    author,
    find: async (tx) => (await readGesture(tx, gesture)).filter(({ state }) => state === 'published'),
  });

interface Ruling {
  verdict: Verdict;
  reason: string;
  author: string;
  find: (tx: Queries) => Promise<Correction[]>;
}

function rule(
  { db, clock }: RulingDeps,
  { find, ...ruling }: Ruling,
): Promise<Result<{ placeId: string }, RulingRefusal>> {
  return db.inTransaction<{ placeId: string }, RulingRefusal>(async (tx) => {
    await lockDirectory(tx);
    const corrections = await find(tx);
    const at = clock();
    const [first] = corrections;
    const place = first && (await survivorOf(tx, first.placeId));
    if (!place) return refuse({ kind: 'unknown-correction' });
    await insertRulings(
      tx,
      corrections.map(({ id }) => ({ ...ruling, correctionId: id, at })),
    );
    for (const correction of corrections)
      if (correction.unit === 'closing') await openOrClose(tx, { correction, place, ruling, at });
    await refreshCorrected(tx, (await readPlace(tx, place.id))!, { now: at, author: ruling.author });
    return ok({ placeId: place.id });
  });
}

async function survivorOf(tx: Queries, id: string): Promise<StoredPlace | null> {
  const place = await readPlace(tx, id);
  return place?.mergedInto ? readPlace(tx, place.mergedInto) : place;
}

/** « Closed for good » takes the place out of view, and back when it is taken back. */
async function openOrClose(
  tx: Queries,
  {
    correction,
    place,
    ruling,
    at,
  }: { correction: Correction; place: StoredPlace; ruling: Omit<Ruling, 'find'>; at: Date },
): Promise<void> {
  const isClosing = ruling.verdict === 'accepted';
  if (!isClosing && correction.state !== 'published') return;
  const status = isClosing ? 'removed' : 'published';
  const before = await setPlaceStatus(tx, { id: place.id, status, at });
  if (before === status) return;
  const kind = isClosing ? 'removed' : 'restored';
  await appendChanges(
    tx,
    [{ placeId: place.id, kind, detail: { correction: correction.id }, at }],
    ruling.author,
  );
}
