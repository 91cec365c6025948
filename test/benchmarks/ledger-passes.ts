import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Hand } from '../../src/modules/vouchers/actions/deps.ts';
import { hashCode } from '../../src/modules/vouchers/actions/hash-code.ts';
import { makeCode, type PassCode } from '../../src/modules/vouchers/domain/code.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { createScheme, must, SOCIAL_DESK } from '../support/scheme.ts';

/** The desks of a programme: passes that can be redeemed, and places that redeem them. */
export interface Counter {
  db: Database;
  programme: string;
  /** Codes of booklets that still have passes, ten each. Taken from the end. */
  codes: PassCode[];
  redeemFor(load: { clients: number; seconds: number }): Promise<{ milliseconds: number[]; seconds: number }>;
  close(): Promise<void>;
}

/** As many places as desks: a small town. */
const PLACES: readonly Hand[] = [
  'acacia',
  'bleuet',
  'cosmos',
  'dahlia',
  'erable',
  'fougere',
  'glycine',
  'houx',
].map((name) => ({ person: `p-${name}`, organisation: `o-${name}-exemple` }));
const PASSES = 10;
const CENTS = 1500;

export async function openCounter(db: Database): Promise<Counter> {
  const scheme = await createScheme(db, { places: PLACES, terms: { bonusCents: 0n } });
  const codes: PassCode[] = [];
  /** One desk: one person after another, each for one hour. */
  const desk = async (until: number, hand: Hand, milliseconds: number[]) => {
    let [code, left] = ['' as PassCode, 0];
    while (performance.now() < until) {
      if (left === 0) {
        const next = codes.pop();
        if (!next) throw new Error('No pass is left to measure with.');
        [code, left] = [next, PASSES];
      }
      const start = performance.now();
      must(await scheme.redeem(code, 1, { hand }));
      milliseconds.push(performance.now() - start);
      left -= 1;
    }
  };
  return {
    db,
    programme: scheme.programme,
    codes,
    async redeemFor({ clients, seconds }) {
      const milliseconds: number[] = [];
      const start = performance.now();
      await Promise.all(
        Array.from({ length: clients }, (_, rank) =>
          desk(start + seconds * 1000, PLACES[rank % PLACES.length]!, milliseconds),
        ),
      );
      return { milliseconds, seconds: (performance.now() - start) / 1000 };
    },
    close: () => db.close(),
  };
}

/**
 * Booklets in hands, with their accounts, their legs and their history, written as rows rather than through a million
 * actions: only what is measured afterwards goes through rules and constraints.
 */
export async function fillPasses(counter: Counter, passes: number): Promise<void> {
  const first =
    counter.codes.length +
    Number((await counter.db.rows<{ count: string }>(sql`select count(*) from vouchers.booklet`))[0]!.count);
  const codes = Array.from({ length: passes / PASSES }, (_, rank) => seededCode(first + rank));
  await must(
    await counter.db.inTransaction(async (tx) => {
      await tx.rows(sql`set local session_replication_role = replica`);
      for (let start = 0; start < codes.length; start += 5_000) {
        const some = codes
          .slice(start, start + 5_000)
          .map((code, rank) => ({ id: `C-B${first + start + rank}`, hash: hashCode(code) }));
        await tx.rows(sql`
          insert into vouchers.booklet (id, programme, terms_version, prescriber, code_hash, handed_over_at, hand_over_key, person_name, last_day)
          select id, ${counter.programme}, 1, ${SOCIAL_DESK.organisation}, hash, '2026-11-24', 'fill ' || id, 'Personne Exemple', '2027-11-24'
          from jsonb_to_recordset(${JSON.stringify(some)}) as row(id text, hash text)`);
      }
      await tx.rows(sql`
        insert into vouchers.pass (booklet, rank, state, cents, is_bonus, changed_by, changed_at)
        select id, rank, 'handed_over', ${CENTS}, false, 'fill', '2026-11-24' from vouchers.booklet, generate_series(1, ${PASSES}) as rank
        where not exists (select from vouchers.pass where pass.booklet = booklet.id)`);
      await tx.rows(sql`
        insert into vouchers.pass_event (booklet, rank, from_state, to_state, by, at)
        select booklet, rank, 'in_stock', 'handed_over', 'fill', '2026-11-24' from vouchers.pass
        where changed_by = 'fill' and not exists (select from vouchers.ledger_account where id = 'pass:' || booklet || ':' || rank)`);
      await tx.rows(sql`
        insert into vouchers.ledger_account (id, floor_cents, opened_at, posted_cents, leg_count)
        select 'pass:' || booklet || ':' || rank, 0, '2026-11-24', ${CENTS}, 1 from vouchers.pass where changed_by = 'fill'
        on conflict do nothing`);
      await tx.rows(sql`
        insert into vouchers.ledger_leg (entry, account, rank, posted_cents, pending_cents, hash)
        select 0, id, 1, ${CENTS}, 0, '' from vouchers.ledger_account where id like 'pass:%' on conflict do nothing`);
      return { ok: true as const, value: null };
    }),
  );
  await counter.db.rows(sql`vacuum analyze`);
  // What filling left to be written is written now, where we may ask for it: not under what is measured.
  await counter.db.rows(sql`checkpoint`).catch(() => []);
  counter.codes.unshift(...codes);
}

/** The same codes in every run. */
const seededCode = (rank: number): PassCode =>
  makeCode(createHash('sha256').update(`bench ${rank}`).digest().subarray(0, 10));
