import { sql } from 'drizzle-orm';
import type { Queries } from '../../../platform/db/database.ts';
import type { PublicKey } from '../domain/late-signature.ts';

/** A phone or a computer that may redeem without network. */
export interface Device {
  id: string;
  person: string;
  structure: string;
  /** Of what it signs. */
  publicKey: PublicKey;
  /** Opens what it closed (private half, as JWK). */
  openingKey: JsonWebKey;
  registeredAt: Date;
  revokedAt: Date | null;
}

interface DeviceRow {
  id: string;
  person: string;
  structure: string;
  public_key: string;
  opening_key: string;
  registered_at: Date | string;
  revoked_at: Date | string | null;
}

const toDevice = (row: DeviceRow): Device => ({
  id: row.id,
  person: row.person,
  structure: row.structure,
  publicKey: JSON.parse(row.public_key),
  openingKey: JSON.parse(row.opening_key),
  registeredAt: new Date(row.registered_at),
  revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
});

export async function insertDevice(db: Queries, device: Omit<Device, 'revokedAt'>): Promise<void> {
  await db.rows(sql`
    insert into vouchers.device (id, person, structure, public_key, opening_key, registered_at)
    values (${device.id}, ${device.person}, ${device.structure}, ${JSON.stringify(device.publicKey)},
      ${JSON.stringify(device.openingKey)}, ${device.registeredAt.toISOString()})`);
}

export async function readDevice(db: Queries, id: string): Promise<Device | null> {
  const [row] = await db.rows<DeviceRow>(sql`
    select * from vouchers.device where id = ${id}`);
  return row ? toDevice(row) : null;
}

/** Until the transaction ends, nobody withdraws it. Says when it was withdrawn; null when it was not. */
export async function holdDevice(db: Queries, id: string): Promise<Date | null> {
  const [row] = await db.rows<{ revoked_at: Date | string | null }>(
    sql`select revoked_at from vouchers.device where id = ${id} for share`,
  );
  return row?.revoked_at ? new Date(row.revoked_at) : null;
}

/** Of one structure, newest first. */
export async function listDevices(db: Queries, structure: string): Promise<Device[]> {
  const rows = await db.rows<DeviceRow>(sql`
    select * from vouchers.device
    where structure = ${structure} order by registered_at desc, id`);
  return rows.map(toDevice);
}

/** False when there is no such device there, or when it was withdrawn already. */
export async function revokeDevice(
  db: Queries,
  { id, structure, at }: { id: string; structure: string; at: Date },
): Promise<boolean> {
  const rows = await db.rows<{ id: string }>(sql`
    update vouchers.device set revoked_at = ${at.toISOString()}
    where id = ${id} and structure = ${structure} and revoked_at is null returning id`);
  return rows.length === 1;
}

/** What a device sent afterwards. The key bears the name of its structure. */
export interface Late {
  key: string;
  device: string;
  structure: string;
  booklet: string | null;
  passCount: number;
  at: Date;
  receivedAt: Date;
  /** `redeemed`, or why not. */
  outcome: string;
  /** What it did, or what pays it although it was refused. */
  redemption: string | null;
}

/** False when it is there already: the first answer stands. */
export async function insertLate(db: Queries, late: Late): Promise<boolean> {
  const rows = await db.rows<{ key: string }>(sql`
    insert into vouchers.late_redemption (key, device, structure, booklet, pass_count, at, received_at, outcome, redemption)
    values (${late.key}, ${late.device}, ${late.structure}, ${late.booklet}, ${late.passCount}, ${late.at.toISOString()},
      ${late.receivedAt.toISOString()}, ${late.outcome}, ${late.redemption})
    on conflict (key) do nothing returning key`);
  return rows.length === 1;
}

export async function readLate(
  db: Queries,
  key: string,
): Promise<{ outcome: string; redemption: string | null } | null> {
  const [row] = await db.rows<{ outcome: string; redemption: string | null }>(
    sql`select outcome, redemption from vouchers.late_redemption where key = ${key}`,
  );
  return row ?? null;
}

export interface LateRow extends Late {
  /** The programme of the booklet; null when the code is on no sheet. */
  programme: string | null;
  passMinutes: number | null;
  passCents: bigint | null;
  /** The use that came first, when that is why. */
  lastUse: { at: Date; structure: string } | null;
  settlement: Settlement | null;
}

/** What whoever runs the programme decided of one that was refused. */
export interface Settlement {
  words: string;
  /** As `byOf` writes it. */
  by: string;
  at: Date;
  /** The redemption that pays it anyway; null when nothing is paid. */
  paid: { redemption: string; isUndone: boolean } | null;
}

interface LateJson {
  key: string;
  device: string;
  structure: string;
  booklet: string | null;
  pass_count: number;
  at: Date | string;
  received_at: Date | string;
  outcome: string;
  redemption: string | null;
  programme: string | null;
  pass_minutes: number | null;
  pass_cents: string | null;
  used_at: Date | string | null;
  used_by: string | null;
  settlement: string | null;
  settled_by: string | null;
  settled_at: Date | string | null;
  is_undone: boolean;
}

const toSettlement = (row: LateJson): Settlement | null =>
  row.settlement && row.settled_by && row.settled_at
    ? {
        words: row.settlement,
        by: row.settled_by,
        at: new Date(row.settled_at),
        paid: row.redemption ? { redemption: row.redemption, isUndone: row.is_undone } : null,
      }
    : null;

const toLateRow = (row: LateJson): LateRow => ({
  key: row.key,
  device: row.device,
  structure: row.structure,
  booklet: row.booklet,
  passCount: row.pass_count,
  at: new Date(row.at),
  receivedAt: new Date(row.received_at),
  outcome: row.outcome,
  redemption: row.redemption,
  programme: row.programme,
  passMinutes: row.pass_minutes,
  passCents: row.pass_cents === null ? null : BigInt(row.pass_cents),
  lastUse: row.used_at && row.used_by ? { at: new Date(row.used_at), structure: row.used_by } : null,
  settlement: toSettlement(row),
});

/** The last use known when it came, which is the one that won. */
const LATE = sql`
  select late.*, booklet.programme, (terms->>'passMinutes')::int as pass_minutes, terms->>'passCents' as pass_cents,
    won.at as used_at, won.structure as used_by, own.undone_at is not null as is_undone
  from vouchers.late_redemption as late
    left join vouchers.redemption as own on own.id = late.redemption
    left join vouchers.booklet on booklet.id = late.booklet
    left join vouchers.programme_terms as issued on issued.programme = booklet.programme and issued.version = terms_version
    left join lateral (
      select redemption.at, redemption.structure from vouchers.redemption
      where redemption.booklet = late.booklet and undone_at is null and recorded_at <= late.received_at
      order by recorded_at desc limit 1
    ) as won on true`;

/** Of one structure, newest first. */
export async function listLate(
  db: Queries,
  { structure, limit }: { structure: string; limit: number },
): Promise<LateRow[]> {
  const rows = await db.rows<LateJson>(
    sql`${LATE} where late.structure = ${structure} order by late.received_at desc, late.key limit ${limit}`,
  );
  return rows.map(toLateRow);
}

/** Refused ones of a programme: those that nobody settled first, then newest first. */
export async function listLateRefusals(
  db: Queries,
  { programme, limit }: { programme: string; limit: number },
): Promise<LateRow[]> {
  const rows = await db.rows<LateJson>(sql`${LATE}
    where booklet.programme = ${programme} and outcome <> 'redeemed'
    order by settled_at is not null, late.received_at desc, late.key limit ${limit}`);
  return rows.map(toLateRow);
}

/** Refused, with what paying it anyway asks for. */
export interface LateRefused {
  key: string;
  structure: string;
  /** Whose device signed it. */
  mediator: string;
  booklet: string;
  termsVersion: number;
  passCount: number;
  at: Date;
  outcome: string;
  isSettled: boolean;
}

/** Held until the transaction ends: it is settled once. Null when it is none of this programme, or was not refused. */
export async function lockLateRefused(
  db: Queries,
  { key, programme }: { key: string; programme: string },
): Promise<LateRefused | null> {
  await db.rows(sql`select key from vouchers.late_redemption where key = ${key} for update`);
  const [row] = await db.rows<Omit<LateRefused, 'at'> & { at: Date | string }>(sql`
    select late.key, late.structure, device.person as mediator, booklet.id as booklet, terms_version as "termsVersion",
      pass_count as "passCount", late.at, outcome, settled_at is not null as "isSettled"
    from vouchers.late_redemption as late
      join vouchers.booklet on booklet.id = late.booklet join vouchers.device on device.id = late.device
    where late.key = ${key} and outcome <> 'redeemed' and booklet.programme = ${programme}`);
  return row ? { ...row, at: new Date(row.at) } : null;
}

export async function saveSettlement(
  db: Queries,
  {
    key,
    words,
    redemption,
    by,
    at,
  }: { key: string; words: string; redemption: string | null; by: string; at: Date },
): Promise<void> {
  await db.rows(sql`
    update vouchers.late_redemption set settlement = ${words}, redemption = ${redemption}, settled_by = ${by},
      settled_at = ${at.toISOString()} where key = ${key}`);
}
