import type { LocalDate } from '../../src/kernel/dates.ts';
import type { Result } from '../../src/kernel/result.ts';
import { resolvePayment } from '../../src/modules/vouchers/actions/bank-answers.ts';
import { approveBatch, cancelBatch, prepareBatch } from '../../src/modules/vouchers/actions/batches.ts';
import type { Hand, VoucherDeps } from '../../src/modules/vouchers/actions/deps.ts';
import { askExtension, decideExtension } from '../../src/modules/vouchers/actions/extensions.ts';
import { handOver } from '../../src/modules/vouchers/actions/hand-over.ts';
import { issueBooklets, sendBooklets } from '../../src/modules/vouchers/actions/issue-booklets.ts';
import { orderBooklets } from '../../src/modules/vouchers/actions/order-booklets.ts';
import { receiveFunding } from '../../src/modules/vouchers/actions/receive-funding.ts';
import { redeem } from '../../src/modules/vouchers/actions/redeem.ts';
import { replaceBooklet, reportLoss } from '../../src/modules/vouchers/actions/replace-booklet.ts';
import {
  cancelBooklet,
  refundProvision,
  returnExpired,
} from '../../src/modules/vouchers/actions/return-value.ts';
import { undoRedemption } from '../../src/modules/vouchers/actions/undo-redemption.ts';
import { APPROVER, MIMOSA, REGION, SOCIAL_DESK, TULIPE } from './scheme.ts';
import type { Model, Operation } from './voucher-model-state.ts';

export const FUNDERS = ['o-region-exemple', 'o-departement-exemple'] as const;

const HANDS: Readonly<Record<string, Hand>> = {
  [MIMOSA.organisation]: MIMOSA,
  [TULIPE.organisation]: TULIPE,
  'o-sans-convention': { person: 'p-sans-convention', organisation: 'o-sans-convention' },
};

/** One programme in the database, and what the model does not know: the identifiers that were drawn. */
export interface World {
  programme: string;
  deps: VoucherDeps;
  model: Model;
  orders: string[];
  booklets: string[];
  codes: Map<string, string>;
  /** The code that was read, by key and booklet: keys are drawn, and one may be drawn twice. */
  read: Map<string, string>;
  redemptions: string[];
  extensions: string[];
  batches: string[];
  payments: string[];
}

/** The kind of what an action answers. */
const said = (result: Result<unknown, { kind: string }>): string => (result.ok ? 'ok' : result.refusal.kind);

/** Asks the true action. The kind of its answer. */
export async function perform(world: World, operation: Operation): Promise<string> {
  const { programme, deps } = world;
  switch (operation.kind) {
    case 'advance':
      return 'ok';
    case 'nightly':
      await returnExpired({ by: 'nightly', programme }, deps);
      return 'ok';
    case 'fund': {
      const funding = {
        id: `${programme}:${operation.key}`,
        programme,
        funder: FUNDERS[Number(operation.key.slice(1)) % 2]!,
        cents: operation.cents,
      };
      return said(
        await receiveFunding(
          { ...funding, receivedOn: '2026-11-20' as LocalDate, reference: operation.key },
          REGION,
          deps,
        ),
      );
    }
    case 'refund': {
      const { key, cents } = operation;
      return said(await refundProvision({ programme, cents, key }, REGION, deps));
    }
    case 'order': {
      const id = `${programme}:${world.model.orders.length}`;
      return said(
        await orderBooklets(
          { id, programme, prescriber: SOCIAL_DESK.organisation, quantity: operation.quantity },
          REGION,
          deps,
        ),
      );
    }
    case 'issue':
      return said(await issueBooklets(world.orders[operation.order]!, REGION, deps));
    case 'send':
      return said(await sendBooklets(world.orders[operation.order]!, REGION, deps));
    case 'hand-over':
    case 'redeem':
    case 'undo':
      return performAtDesk(world, operation);
    case 'lose':
      return said(await reportLoss(world.booklets[operation.booklet]!, SOCIAL_DESK, deps));
    case 'replace': {
      const result = await replaceBooklet(world.booklets[operation.booklet]!, SOCIAL_DESK, deps);
      if (result.ok) world.codes.set(result.value.booklet.id, result.value.code);
      return said(result);
    }
    case 'cancel':
      return said(
        await cancelBooklet({ booklet: world.booklets[operation.booklet]!, reason: 'essai' }, REGION, deps),
      );
    case 'ask-extension': {
      const code = world.codes.get(world.booklets[operation.booklet]!)!;
      return said(await askExtension(code, MIMOSA, deps));
    }
    case 'extend': {
      const id = world.extensions[operation.extension]!;
      return said(await decideExtension({ id, newLastDay: operation.newLastDay }, REGION, deps));
    }
    default:
      return performPayment(world, operation);
  }
}

async function performAtDesk(
  world: World,
  operation: Extract<Operation, { kind: 'hand-over' | 'redeem' | 'undo' }>,
): Promise<string> {
  const { programme, deps } = world;
  if (operation.kind === 'hand-over') {
    const key = `${programme}:${operation.key}`;
    const result = await handOver(
      { key, programme, personName: 'Personne Exemple', phone: null },
      SOCIAL_DESK,
      deps,
    );
    if (result.ok) world.codes.set(result.value.booklet.id, result.value.code);
    return said(result);
  }
  if (operation.kind === 'undo') {
    const id = world.redemptions[operation.redemption]!;
    return said(
      await undoRedemption(id, HANDS[world.model.redemptions[operation.redemption]!.structure]!, deps),
    );
  }
  const { key, booklet, count, structure } = operation;
  // A phone that asks again sends what it had read, even if another sheet was printed since.
  const reading = `${key} ${booklet}`;
  const code = world.read.get(reading) ?? world.codes.get(world.booklets[booklet]!)!;
  world.read.set(reading, code);
  const at = deps.clock();
  const asked = {
    key: `${programme}:${key}`,
    code,
    count,
    theme: null,
    hasAttended: true,
    channel: 'typed' as const,
    at,
  };
  return said(await redeem(asked, HANDS[structure]!, deps));
}

async function performPayment(
  world: World,
  operation: Extract<Operation, { kind: 'prepare' | 'approve' | 'give-up' | 'answer' }>,
): Promise<string> {
  const { programme, deps } = world;
  switch (operation.kind) {
    case 'prepare':
      return said(await prepareBatch({ programme, executeOn: '2027-01-04' as LocalDate }, REGION, deps));
    case 'approve':
      return said(await approveBatch(world.batches[operation.batch]!, APPROVER, deps));
    case 'give-up':
      return said(await cancelBatch(world.batches[operation.batch]!, REGION, deps));
    case 'answer': {
      const { payment, outcome } = operation;
      const resolution = { payment: world.payments[payment]!, outcome, reasonCode: null, saidCents: null };
      return said(await resolvePayment(resolution, REGION, deps));
    }
  }
}
