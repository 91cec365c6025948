import { randomBytes } from 'node:crypto';
import { addDays } from '../../src/kernel/calendar.ts';
import { localDateAt } from '../../src/kernel/dates.ts';
import { decideAgreement, requestAgreement } from '../../src/modules/vouchers/actions/agreements.ts';
import { proposeBankAccount } from '../../src/modules/vouchers/actions/bank-accounts.ts';
import { createProgramme } from '../../src/modules/vouchers/actions/create-programme.ts';
import type { Hand, VoucherDeps } from '../../src/modules/vouchers/actions/deps.ts';
import { handOver } from '../../src/modules/vouchers/actions/hand-over.ts';
import { issueBooklets, sendBooklets } from '../../src/modules/vouchers/actions/issue-booklets.ts';
import { orderBooklets } from '../../src/modules/vouchers/actions/order-booklets.ts';
import { receiveFunding } from '../../src/modules/vouchers/actions/receive-funding.ts';
import { redeem } from '../../src/modules/vouchers/actions/redeem.ts';
import { PRESETS, type ProgrammeTerms } from '../../src/modules/vouchers/domain/programme.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { must, withEscrow } from './scheme.ts';
import type { SignedIn } from './signed-in.ts';

export interface Partners {
  manager: SignedIn;
  funder: SignedIn;
  referrer: SignedIn;
  place: SignedIn;
}

export const handOf = ({ personId, organisationId }: SignedIn): Hand => ({
  person: personId,
  organisation: organisationId,
});

/** As the actions need it, some days before now. */
export const depsOf = (db: Database, daysAgo = 0): VoucherDeps => {
  const at = new Date(Date.now() - daysAgo * 24 * 60 * 60_000);
  return { db, clock: () => at, randomBytes: (count) => randomBytes(count) };
};

/** Without money yet, promised by its funder. */
export async function newProgramme(
  db: Database,
  { manager, funder }: Pick<Partners, 'manager' | 'funder'>,
  { name, terms = {} }: { name: string; terms?: Partial<ProgrammeTerms> },
): Promise<string> {
  const funders = [{ funder: funder.organisationId, promisedCents: 3_000_000n }];
  // A place of several programmes waits for the longest of their delays: here, none.
  const preset = { ...PRESETS['rhone-alpes-2012'], themes: [], bankDelayDays: 0, ...terms };
  const made = await createProgramme(
    { key: randomBytes(8).toString('hex'), name, terms: preset, funders },
    handOf(manager),
    depsOf(db, 9),
  );
  return must(made).id;
}

/**
 * Funded nine days ago, with two hours of help given five days ago to someone invented, for which the place waits. The
 * place gave an account that nobody has confirmed yet.
 */
export async function runningProgramme(
  db: Database,
  partners: Partners,
  named: { name: string; terms?: Partial<ProgrammeTerms> },
): Promise<{ id: string; code: string; booklet: string }> {
  const [manager, referrer, place] = [partners.manager, partners.referrer, partners.place].map(handOf) as [
    Hand,
    Hand,
    Hand,
  ];
  const [before, lately] = [depsOf(db, 9), depsOf(db, 5)];
  const id = await newProgramme(db, partners, named);
  const receivedOn = localDateAt(before.clock());
  const funding = { funder: partners.funder.organisationId, cents: 100_000n, reference: 'Convention' };
  must(await receiveFunding({ id: `F-${id}`, programme: id, receivedOn, ...funding }, manager, before));
  await withEscrow({ programme: id, deps: before });
  const order = { id: `O-${id}`, programme: id, prescriber: referrer.organisation, quantity: 3 };
  must(await orderBooklets(order, manager, before));
  must(await issueBooklets(order.id, manager, before));
  must(await sendBooklets(order.id, manager, before));
  const asked = { programme: id, siret: '12345678200002', codeInsee: '69123', label: null };
  must(await requestAgreement(asked, place, { ...before, territoriesOf: () => ['commune:69123'] }));
  const decision = { verdict: 'agree', startsOn: addDays(receivedOn, -30), endsOn: null } as const;
  must(await decideAgreement({ programme: id, structure: place.organisation, decision }, manager, before));
  const given = { key: `K-${id}`, programme: id, personName: 'Karima', phone: null };
  const { code, booklet } = must(await handOver(given, referrer, before));
  const help = { key: `H-${id}`, count: 2, theme: null, hasAttended: true, channel: 'typed' } as const;
  must(await redeem({ ...help, code, at: lately.clock() }, place, lately));
  const iban = 'DE89370400440532013000';
  must(await proposeBankAccount({ holder: 'Espace Mimosa', iban, bic: '' }, place, lately));
  return { id, code, booklet: booklet.id };
}
