import { addDays, startOfDay } from '../../../kernel/calendar.ts';
import { localDateAt } from '../../../kernel/dates.ts';
import type { Result } from '../../../kernel/result.ts';
import type { CommuneReference } from '../../standard/index.ts';
import { printedCode } from '../domain/code.ts';
import { PRESETS } from '../domain/programme.ts';
import { territoriesOf } from '../domain/territory.ts';
import { listPayments } from '../store/payments.ts';
import { decideAgreement, requestAgreement } from './agreements.ts';
import { decideBankAccount, proposeBankAccount } from './bank-accounts.ts';
import { resolvePayment } from './bank-answers.ts';
import { approveBatch, prepareBatch } from './batches.ts';
import { createProgramme } from './create-programme.ts';
import type { Hand, VoucherDeps } from './deps.ts';
import { decideEscrow, proposeEscrow } from './escrow.ts';
import { handOver } from './hand-over.ts';
import { issueBooklets, sendBooklets } from './issue-booklets.ts';
import { orderBooklets } from './order-booklets.ts';
import { receiveFunding } from './receive-funding.ts';
import { redeem } from './redeem.ts';

/** Invented organisations, by their numbers. */
export interface DemoOrganisations {
  territory: string;
  funder: string;
  prescriber: string;
  places: readonly { organisation: string; name: string; siret: string; codeInsee: string }[];
}

/** Half past ten in the morning. */
const OFFICE_MS = 10.5 * 60 * 60_000;
/** Accounts that the documents of banks give as examples. */
const EXAMPLE_IBANS = ['DE89370400440532013000', 'BE68539007547034', 'FR7630006000011234567890189'];

interface Hours {
  count: number;
  daysAgo: number;
  /** Rank of the place. */
  place: 0 | 1;
}

/** First names only, as people are asked for: nobody. With the hours that each came for. */
const PATHS: readonly (readonly [name: string, ...hours: Hours[]])[] = [
  ['Karima', { count: 2, daysAgo: 12, place: 0 }, { count: 2, daysAgo: 5, place: 0 }],
  ['Denis', { count: 1, daysAgo: 10, place: 1 }],
  ['Odette', { count: 10, daysAgo: 9, place: 0 }, { count: 1, daysAgo: 3, place: 1 }],
  ['Yanis'],
];

/**
 * A programme of an invented territory that began three weeks ago: funded, handed over, used and paid in part, with
 * a batch of payments that waits for a second person. Everything goes through the actions that anyone uses. Gives the code of one
 * booklet as its sheet shows it, to be tried at a desk.
 */
export async function playDemonstration(
  { territory, funder, prescriber, places }: DemoOrganisations,
  deps: VoucherDeps & { communes: CommuneReference },
): Promise<{ code: string }> {
  const today = localDateAt(deps.clock());
  /** Whenever it is played, people came during the day. */
  const at = (daysAgo: number) => {
    const instant = new Date(startOfDay(addDays(today, -daysAgo)).getTime() + OFFICE_MS);
    return { ...deps, territoriesOf: territoriesOf(deps.communes), clock: () => instant };
  };
  const hand = (person: string, organisation: string): Hand => ({ person: `demo-${person}`, organisation });
  const manager = hand('programme', territory);
  const second = hand('paiements', territory);
  const terms = { ...PRESETS['rhone-alpes-2012'], themes: [] };
  const { id: programme } = done(
    await createProgramme(
      {
        key: 'demo',
        name: 'Pass numérique (exemple)',
        terms,
        funders: [{ funder, promisedCents: 600_000n }],
      },
      manager,
      at(21),
    ),
  );
  const escrow = { programme, holder: 'Collectivite Exemple', iban: EXAMPLE_IBANS[2]!, bic: '' };
  const { account } = done(await proposeEscrow(escrow, manager, at(21)));
  done(await decideEscrow({ programme, account, isAgreed: true }, second, at(20)));
  const funding = { id: 'F-DEMO', programme, funder, cents: 360_000n, receivedOn: addDays(today, -20) };
  done(await receiveFunding({ ...funding, reference: 'Convention (exemple)' }, manager, at(20)));
  for (const [rank, place] of places.entries()) {
    const desk = hand(`lieu-${rank}`, place.organisation);
    const asked = { programme, siret: place.siret, codeInsee: place.codeInsee, label: null };
    done(await requestAgreement(asked, desk, at(19)));
    const decision = { verdict: 'agree', startsOn: addDays(today, -18), endsOn: null } as const;
    done(await decideAgreement({ programme, structure: place.organisation, decision }, manager, at(18)));
    const typed = { holder: place.name, iban: EXAMPLE_IBANS[rank]!, bic: '' };
    const { id } = done(await proposeBankAccount(typed, desk, at(18)));
    done(await decideBankAccount({ id, isAgreed: true, delayDays: terms.bankDelayDays }, manager, at(17)));
  }
  const order = { id: 'O-DEMO', programme, prescriber, quantity: 12 };
  done(await orderBooklets(order, manager, at(16)));
  done(await issueBooklets(order.id, manager, at(16)));
  done(await sendBooklets(order.id, manager, at(15)));
  let code = '';
  for (const [name, ...hours] of PATHS) {
    const given = { key: `demo-${name}`, programme, personName: name, phone: null };
    code = printedCode(done(await handOver(given, hand('accueil', prescriber), at(14))).code);
    for (const { count, daysAgo, place } of hours) {
      const then = at(daysAgo);
      const request = { key: `demo-${name}-${daysAgo}`, code, count, theme: null, hasAttended: true };
      const desk = hand(`mediation-${place}`, places[place]!.organisation);
      done(await redeem({ ...request, channel: 'typed', at: then.clock() }, desk, then));
    }
  }
  const paid = done(await prepareBatch({ programme, executeOn: addDays(today, -5) }, manager, at(6)));
  done(await approveBatch(paid.batch, second, at(6)));
  for (const { id: payment } of await listPayments(deps.db, paid.batch)) {
    const answer = { payment, outcome: 'paid', reasonCode: null, saidCents: null } as const;
    done(await resolvePayment(answer, manager, at(4)));
  }
  done(await prepareBatch({ programme, executeOn: addDays(today, 3) }, manager, deps));
  return { code };
}

function done<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  const said = JSON.stringify(result.refusal, (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  throw new Error(`The demonstration is refused: ${said}`);
}
