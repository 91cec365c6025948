import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { PlaceFields } from '../../standard/index.ts';
import { type Correction, fieldsOfUnit, type ReviewReason, type Unit } from '../domain/correction.ts';
import { SAYER_NAMES } from '../domain/overlay.ts';
import type { Sayer, StoredPlace } from '../domain/place.ts';
import { reasonsToReview } from '../domain/review-rule.ts';
import { insertCorrections, loadCorrectionsOf } from '../store/corrections.ts';
import { lockDirectory } from '../store/history.ts';
import { readPlace } from '../store/places.ts';
import { readSourceSide, refreshCorrected } from './refresh-corrected.ts';

export interface CorrectionInput {
  placeId: string;
  /** Units as they should be; those that already are so are left aside. */
  said: Partial<Record<Unit, PlaceFields>>;
  saidBy: Sayer;
  /** The signed link it came through; null for a coordinator. */
  link: string | null;
  /** The name that a coordinator gave; null when none was. */
  author: string | null;
}

export interface CorrectionOutcome {
  published: Unit[];
  waiting: { unit: Unit; reasons: ReviewReason[] }[];
}

export type CorrectionRefusal = { kind: 'unknown-place' };

export interface CorrectionDeps {
  db: Database;
  clock: () => Date;
  randomBytes: (count: number) => Uint8Array;
}

/** Keeps what someone who knows a place says of it; what the rule finds safe is published in the same transaction. */
export function correctPlace(
  { placeId, said, saidBy, link, author }: CorrectionInput,
  { db, clock, randomBytes }: CorrectionDeps,
): Promise<Result<CorrectionOutcome, CorrectionRefusal>> {
  return db.inTransaction<CorrectionOutcome, CorrectionRefusal>(async (tx) => {
    await lockDirectory(tx);
    const place = await readPlace(tx, placeId);
    const source = await readSourceSide(tx, placeId);
    if (place?.status !== 'published' || !source) return refuse({ kind: 'unknown-place' });
    const at = clock();
    const gesture = Buffer.from(randomBytes(9)).toString('base64url');
    const earlier = await loadCorrectionsOf(tx, [placeId]);
    const changed = (Object.entries(said) as [Unit, PlaceFields][]).filter(
      ([unit, value]) => !isKnown({ unit, value }, { place, earlier }),
    );
    const corrections = changed.map(([unit, value]) => ({
      gesture,
      placeId,
      unit,
      value,
      basis: fieldsOfUnit(unit, source.fields),
      saidBy,
      link,
      author,
      reasons: reasonsFor({ unit, value, saidBy }, place.fields),
      at,
    }));
    if (corrections.length > 0) await insertCorrections(tx, corrections);
    await refreshCorrected(tx, place, { now: at, author: author ?? SAYER_NAMES[saidBy] });
    const isWaiting = ({ reasons }: { reasons: ReviewReason[] }) => reasons.length > 0;
    return ok({
      published: corrections.filter((one) => !isWaiting(one)).map(({ unit }) => unit),
      waiting: corrections.filter(isWaiting).map(({ unit, reasons }) => ({ unit, reasons })),
    });
  });
}

/** A coordinator is the person who would look; closing for good is agreed to in so many words all the same. */
const reasonsFor = (
  { unit, value, saidBy }: { unit: Unit; value: PlaceFields; saidBy: Sayer },
  published: PlaceFields,
): ReviewReason[] =>
  saidBy === 'coordinator' && unit !== 'closing' ? [] : reasonsToReview(unit, value, published);

/** Already so, or already waiting for someone's eyes: a form sent twice says it once. */
function isKnown(
  { unit, value }: { unit: Unit; value: PlaceFields },
  { place, earlier }: { place: StoredPlace; earlier: readonly Correction[] },
): boolean {
  const text = canonicalJson(value);
  const isPublished = unit !== 'closing' && canonicalJson(fieldsOfUnit(unit, place.fields)) === text;
  return (
    isPublished ||
    earlier.some((one) => one.unit === unit && one.state === 'waiting' && canonicalJson(one.value) === text)
  );
}
