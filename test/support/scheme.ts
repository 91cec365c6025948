import { randomBytes } from 'node:crypto';
import { type LocalDate, localDateAt } from '../../src/kernel/dates.ts';
import type { Result } from '../../src/kernel/result.ts';
import { decideAgreement, requestAgreement } from '../../src/modules/vouchers/actions/agreements.ts';
import { decideBankAccount, proposeBankAccount } from '../../src/modules/vouchers/actions/bank-accounts.ts';
import { createProgramme } from '../../src/modules/vouchers/actions/create-programme.ts';
import type { Hand, VoucherDeps } from '../../src/modules/vouchers/actions/deps.ts';
import { handOver } from '../../src/modules/vouchers/actions/hand-over.ts';
import { issueBooklets, sendBooklets } from '../../src/modules/vouchers/actions/issue-booklets.ts';
import { orderBooklets } from '../../src/modules/vouchers/actions/order-booklets.ts';
import { receiveFunding } from '../../src/modules/vouchers/actions/receive-funding.ts';
import { redeem } from '../../src/modules/vouchers/actions/redeem.ts';
import { PRESETS, type ProgrammeTerms } from '../../src/modules/vouchers/domain/programme.ts';
import { listBankAccounts } from '../../src/modules/vouchers/store/places.ts';
import { saveEscrow } from '../../src/modules/vouchers/store/programmes.ts';
import type { Database } from '../../src/platform/db/database.ts';

/** Invented organisations. */
export const REGION: Hand = { person: 'p-gestion', organisation: 'o-region-exemple' };
/** The second person of the same organisation (P5, P6). */
export const APPROVER: Hand = { ...REGION, person: 'p-approbation' };
export const SOCIAL_DESK: Hand = { person: 'p-accueil', organisation: 'o-maison-exemple' };
export const MIMOSA: Hand = { person: 'p-mediation', organisation: 'o-mimosa-exemple' };
export const TULIPE: Hand = { person: 'p-mediation-2', organisation: 'o-tulipe-exemple' };
/** Invented, with the key that each must have: thirteen digits drawn from the name, then Luhn's. */
export function siretOf({ organisation }: Hand): string {
  const digits = Array.from({ length: 13 }, (_, rank) =>
    rank === 0 ? 9 : (organisation.codePointAt(rank % organisation.length)! * (rank + 7)) % 10,
  );
  const sum = digits.reduce((total, digit, rank) => {
    const weighted = rank % 2 === 0 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return [...digits, (10 - (sum % 10)) % 10].join('');
}

const NOW = new Date('2026-11-24T09:00:00Z');

/** What a test expects to succeed: the refusal is in the message when it does not. */
export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok)
    throw new Error(
      `Refused: ${JSON.stringify(result.refusal, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`,
    );
  return result.value;
}

/** A scheme that runs: a funded programme, a place under agreement. Time is set by hand. */
export async function createScheme(
  db: Database,
  given: {
    name?: string;
    terms?: Partial<ProgrammeTerms>;
    fundCents?: bigint;
    funders?: readonly string[];
    now?: string;
    places?: readonly Hand[];
  } = {},
) {
  let now = given.now === undefined ? NOW : new Date(given.now);
  const deps: VoucherDeps = { db, clock: () => now, randomBytes: (count) => randomBytes(count) };
  const terms = { ...PRESETS['rhone-alpes-2012'], themes: [], ...given.terms };
  const funders = given.funders ?? ['o-region-exemple'];
  const { id: programme } = must(
    await createProgramme(
      {
        key: randomBytes(8).toString('hex'),
        name: given.name ?? 'Programme d’essai',
        terms,
        funders: funders.map((funder) => ({ funder, promisedCents: 0n })),
      },
      REGION,
      deps,
    ),
  );
  let sequence = 0;
  const next = (what: string) => {
    sequence += 1;
    return `${what}-${programme}-${sequence}`;
  };
  const fund = async (cents: bigint, funder = funders[0]!) =>
    must(
      await receiveFunding(
        {
          id: next('fund'),
          programme,
          funder,
          cents,
          receivedOn: localDateAt(now),
          reference: 'Virement d’essai',
        },
        REGION,
        deps,
      ),
    );
  if (given.fundCents !== 0n) await fund(given.fundCents ?? 1_000_000n);
  for (const place of given.places ?? [MIMOSA]) await joinPlace(programme, place, deps);
  const stock = async (quantity: number) => {
    const order = next('order');
    must(
      await orderBooklets(
        { id: order, programme, prescriber: SOCIAL_DESK.organisation, quantity },
        REGION,
        deps,
      ),
    );
    must(await issueBooklets(order, REGION, deps));
    must(await sendBooklets(order, REGION, deps));
  };
  return {
    programme,
    terms,
    deps,
    next,
    fund,
    stock,
    setNow: (instant: string) => {
      now = new Date(instant);
    },
    /** A booklet in the hands of an invented person, from a stock of its own. */
    give: async (personName = 'Personne Exemple') => {
      await stock(1);
      return must(
        await handOver({ key: next('give'), programme, personName, phone: null }, SOCIAL_DESK, deps),
      );
    },
    redeem: (code: string, count: number, { hand = MIMOSA, key = next('redeem'), at = now } = {}) =>
      redeem({ key, code, count, theme: null, hasAttended: true, channel: 'typed', at }, hand, deps),
  };
}

/** A database that another process can open too. */
export interface DeskLocation {
  databaseUrl?: string;
  dataFolder: string;
  migrationsFolder: string;
}

/** One pass, one hour, at Mimosa: by whatever process, under a key that it keeps. */
export const redeemFrom = (db: Database, { key, code }: { key: string; code: string }) => {
  const deps = { db, clock: () => NOW, randomBytes: (count: number) => randomBytes(count) };
  return redeem(
    { key, code, count: 1, theme: null, hasAttended: true, channel: 'typed', at: NOW },
    MIMOSA,
    deps,
  );
};

/** The account of an invented bank, from which a programme pays. */
export async function withEscrow({
  programme,
  deps,
}: {
  programme: string;
  deps: VoucherDeps;
}): Promise<void> {
  await saveEscrow(deps.db, programme, {
    holder: 'Region Exemple',
    iban: 'FR7630006000011234567890189',
    bic: null,
  });
}

/** Proposed by one, agreed to by another, long enough ago to be paid. Once for each structure. */
export async function addBankAccount(hand: Hand, deps: VoucherDeps): Promise<void> {
  const known = await listBankAccounts(deps.db, hand.organisation);
  if (known.some(({ state }) => state === 'confirmed')) return;
  const typed = { holder: `Association ${hand.organisation}`, iban: 'FR7630006000011234567890189', bic: '' };
  const { id } = must(await proposeBankAccount(typed, hand, deps));
  must(await decideBankAccount({ id, isAgreed: true, delayDays: 0 }, REGION, deps));
}

async function joinPlace(programme: string, place: Hand, deps: VoucherDeps): Promise<void> {
  must(
    await requestAgreement({ programme, siret: siretOf(place), codeInsee: '69123', label: null }, place, {
      ...deps,
      territoriesOf: (code) => (code === '69123' ? ['commune:69123', 'departement:69', 'region:84'] : null),
    }),
  );
  const decision = { verdict: 'agree', startsOn: '2026-01-01' as LocalDate, endsOn: null } as const;
  must(await decideAgreement({ programme, structure: place.organisation, decision }, REGION, deps));
}
