import { type SQL, sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import { jsonParameter } from '../../../platform/db/json-parameter.ts';
import type { PlaceFields } from '../../standard/index.ts';
import type { Correction, CorrectionState, ReviewReason, Unit } from '../domain/correction.ts';
import type { Sayer } from '../domain/place.ts';

type Verdict = 'accepted' | 'refused' | 'withdrawn';

interface Row {
  id: number | string;
  gesture: string;
  place_id: string;
  unit: Unit;
  value: PlaceFields;
  basis: PlaceFields;
  said_by: Sayer;
  link: string | null;
  author: string | null;
  reasons: ReviewReason[];
  at: string;
  verdict: Verdict | null;
  ruled_because: string | null;
  ruled_by: string | null;
  ruled_at: string | null;
}

const STATES: Record<Verdict, CorrectionState> = {
  accepted: 'published',
  refused: 'refused',
  withdrawn: 'withdrawn',
};

function toCorrection(row: Row): Correction {
  const { verdict, ruled_because, ruled_by, ruled_at } = row;
  return {
    id: Number(row.id),
    gesture: row.gesture,
    placeId: row.place_id,
    unit: row.unit,
    value: row.value,
    basis: row.basis,
    saidBy: row.said_by,
    link: row.link,
    author: row.author,
    reasons: row.reasons,
    at: new Date(row.at),
    state: verdict ? STATES[verdict] : row.reasons.length === 0 ? 'published' : 'waiting',
    ruling: verdict
      ? { reason: ruled_because ?? '', author: ruled_by ?? '', at: new Date(ruled_at ?? row.at) }
      : null,
  };
}

const selectCorrections = async (db: Queries, rest: SQL): Promise<Correction[]> => {
  const rows = await db.rows<Row>(sql`
    select correction.id, gesture, place_id, unit, value, basis, said_by, link, correction.author, reasons, correction.at,
      ruling.verdict, ruling.reason as ruled_because, ruling.author as ruled_by, ruling.at as ruled_at
    from directory.correction left join lateral (
      select verdict, reason, author, at from directory.correction_ruling
      where correction_id = correction.id order by correction_ruling.id desc limit 1) as ruling on true
    ${rest}`);
  return rows.map(toCorrection);
};

const among = (ids: readonly (string | number)[]) =>
  sql`(select jsonb_array_elements_text(${jsonParameter(ids)}::jsonb))`;

/** All corrections, oldest first: places that people correct are few beside those that sources give. */
export const loadCorrections = (db: Queries): Promise<Correction[]> =>
  selectCorrections(db, sql`order by correction.id`);

/** Corrections of these places, oldest first. */
export const loadCorrectionsOf = (db: Queries, placeIds: readonly string[]): Promise<Correction[]> =>
  selectCorrections(db, sql`where place_id in ${among(placeIds)} order by correction.id`);

export const readCorrection = async (db: Queries, id: number): Promise<Correction | null> =>
  (await selectCorrections(db, sql`where correction.id = ${id}`))[0] ?? null;

export const readGesture = (db: Queries, gesture: string): Promise<Correction[]> =>
  selectCorrections(db, sql`where gesture = ${gesture} order by correction.id`);

/** The latest corrections, newest first. */
export const readLatestCorrections = (db: Queries, limit: number): Promise<Correction[]> =>
  selectCorrections(db, sql`order by correction.id desc limit ${limit}`);

export type NewCorrection = Omit<Correction, 'id' | 'state' | 'ruling'>;

export async function insertCorrections(tx: Queries, corrections: readonly NewCorrection[]): Promise<void> {
  await tx.rows(sql`
    insert into directory.correction (gesture, place_id, unit, value, basis, said_by, link, author, reasons, at)
    select gesture, "placeId", unit, value, basis, "saidBy", link, author, reasons, at
    from jsonb_to_recordset(${jsonParameter(corrections)}::jsonb) as new(gesture text, "placeId" text, unit text,
      value jsonb, basis jsonb, "saidBy" text, link text, author text, reasons jsonb, at timestamptz)`);
}

export interface NewRuling {
  correctionId: number;
  verdict: Verdict;
  reason: string;
  author: string;
  at: Date;
}

export async function insertRulings(tx: Queries, rulings: readonly NewRuling[]): Promise<void> {
  await tx.rows(sql`
    insert into directory.correction_ruling (correction_id, verdict, reason, author, at)
    select "correctionId", verdict, reason, author, at
    from jsonb_to_recordset(${jsonParameter(rulings)}::jsonb)
      as new("correctionId" bigint, verdict text, reason text, author text, at timestamptz)`);
}

/** How many corrections a person has to look at. */
export async function countWaiting(db: Queries): Promise<number> {
  const [row] = await db.rows<{ count: number | string }>(sql`
    select count(*) as count from directory.correction
    where jsonb_array_length(reasons) > 0
      and not exists (select 1 from directory.correction_ruling where correction_id = correction.id)`);
  return Number(row?.count ?? 0);
}
