import type { Context } from 'hono';
import { localDateAt } from '../../../../kernel/dates.ts';
import { decimalEuros } from '../../../../kernel/money.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Space } from '../../../access/index.ts';
import { type BankFileRead, readBankFile, resolvePayment } from '../../actions/bank-answers.ts';
import { approveBatch, cancelBatch, paymentFileOf } from '../../actions/batches.ts';
import { audit, personOf } from '../../actions/deps.ts';
import { BATCHES } from '../../batch-messages.ts';
import { type Iban, maskIban } from '../../domain/sepa/iban.ts';
import { tableFile } from '../../domain/table-file.ts';
import { bankAnswerPage } from '../../pages/money/bank-answer.tsx';
import { batchPage } from '../../pages/money/batch.tsx';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { SEPA_MESSAGES } from '../../sepa-messages.ts';
import { SLIP } from '../../slip-messages.ts';
import { type Batch, listPayments, readBatch } from '../../store/payments.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { showBatches } from './batches.ts';
import {
  APPROVERS,
  type Desk,
  nameBook,
  openDesk,
  peopleBook,
  READERS,
  readFields,
  saidOf,
  sendTable,
} from './desk.ts';

const SAID = ['batch-prepared', 'batch-approved', 'batch-cancelled', 'resolved', 'already'] as const;

/** One batch: agreed to by a second person, taken to the bank, answered. */
export function mountBatch(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps, 'money');
  // Before the page of a batch, whose number would be « reponse ».
  door.form('/paiements/reponse', (c, desk) => readAnswer(c, desk, deps));
  door.page('/paiements/:batch', (c, desk) =>
    withBatch(c, desk, { deps, answer: (batch) => showBatch(c, desk, { deps, batch }) }),
  );
  door.page('/paiements/:batch/fichier.xml', (c, desk) =>
    withBatch(c, desk, { deps, answer: (batch) => sendFile(c, desk, { deps, batch }) }),
  );
  door.page('/paiements/:batch/bordereau.csv', (c, desk) =>
    withBatch(c, desk, { deps, answer: (batch) => sendSlip(c, desk, { deps, batch }) }),
  );
  door.form(
    '/paiements/:batch/approuver',
    (c, desk) =>
      withBatch(c, desk, { deps, answer: (batch) => decide(c, desk, { deps, batch, as: 'approved' }) }),
    APPROVERS,
  );
  door.form(
    '/paiements/:batch/abandonner',
    (c, desk) =>
      withBatch(c, desk, { deps, answer: (batch) => decide(c, desk, { deps, batch, as: 'cancelled' }) }),
    READERS,
  );
  door.form('/paiements/:batch/resultat', (c, desk) =>
    withBatch(c, desk, { deps, answer: (batch) => resolve(c, desk, { deps, batch }) }),
  );
}

interface OnBatch {
  deps: VoucherWebDeps;
  batch: Batch;
}

/** A batch of another programme does not exist here. */
async function withBatch(
  c: Context<WebEnv>,
  { programme }: Desk,
  { deps, answer }: { deps: VoucherWebDeps; answer: (batch: Batch) => Promise<Response> },
): Promise<Response> {
  const batch = await readBatch(deps.db, c.req.param('batch') ?? '');
  return batch?.programme === programme.id ? answer(batch) : answerError(c, 404, 'notFound');
}

const pathOf = ({ base }: Desk, { id }: Batch): string => `${base}/paiements/${id}`;

async function showBatch(
  c: Context<WebEnv>,
  { programme, actor, hand, view, base }: Desk,
  { deps, batch, faults = [] }: OnBatch & { faults?: readonly Fault[] },
): Promise<Response> {
  const payments = await listPayments(deps.db, batch.id);
  const isWaiting = batch.state === 'prepared';
  const isOwn = personOf(batch.preparedBy) === hand.person;
  const isApprover = actor.roles.has('payment-approver');
  const said = saidOf(c, SAID);
  const page = batchPage(view, {
    base,
    programme: programme.name,
    batch,
    payments,
    nameOf: await nameBook(
      deps,
      payments.map(({ structure }) => structure),
    ),
    personOf: await peopleBook(deps, [batch.preparedBy, batch.decidedBy]),
    may: {
      approve: isWaiting && isApprover && !isOwn,
      cancel: isWaiting,
      resolve: batch.state === 'approved' && actor.roles.has('programme-manager'),
    },
    whyNot: !isWaiting ? null : isOwn ? 'approveOther' : isApprover ? null : 'approveRole',
    faults,
    said: said && BATCHES[view.lang].said[said],
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}

async function decide(
  c: Context<WebEnv>,
  desk: Desk,
  { deps, batch, as }: OnBatch & { as: 'approved' | 'cancelled' },
): Promise<Response> {
  const act = as === 'approved' ? approveBatch : cancelBatch;
  const decided = await act(batch.id, desk.hand, deps);
  if (decided.ok) return c.redirect(`${pathOf(desk, batch)}?fait=batch-${as}`, 303);
  const words: Readonly<Record<string, string>> = BATCHES[desk.view.lang].refusals;
  const message = words[decided.refusal.kind] ?? words.failed!;
  return showBatch(c, desk, { deps, batch, faults: [{ field: 'contenu', message }] });
}

/** P3: the file of the bank, the same bytes each time. Who took it is written down. */
async function sendFile(c: Context<WebEnv>, { hand }: Desk, { deps, batch }: OnBatch): Promise<Response> {
  const file = await paymentFileOf(batch.id, hand, deps);
  if (!file.ok) return answerError(c, 404, 'notFound');
  const at = deps.clock();
  await audit(deps.db, hand, {
    action: 'payment-file-taken',
    subjectKind: 'batch',
    subjectId: batch.id,
    at,
  });
  c.header('content-disposition', `attachment; filename="${file.value.name}"`);
  return c.body(file.value.xml, 200, { 'content-type': 'application/xml; charset=utf-8' });
}

/** The page as a table: each transfer with the two hands and their days (P6). */
async function sendSlip(
  c: Context<WebEnv>,
  { programme, view }: Desk,
  { deps, batch }: OnBatch,
): Promise<Response> {
  const say = SLIP[view.lang];
  const { notSent, outcomes } = BATCHES[view.lang];
  const payments = await listPayments(deps.db, batch.id);
  const nameOf = await nameBook(
    deps,
    payments.map(({ structure }) => structure),
  );
  const person = await peopleBook(deps, [batch.preparedBy, batch.decidedBy]);
  const isApproved = batch.state === 'approved' && batch.decidedBy !== null;
  const hands = [
    person(batch.preparedBy) ?? say.someone,
    localDateAt(batch.preparedAt),
    isApproved ? (person(batch.decidedBy!) ?? say.someone) : '',
    isApproved ? localDateAt(batch.decidedAt!) : '',
  ];
  const rows = payments.map((payment) => [
    batch.id,
    programme.name,
    batch.executeOn,
    ...hands,
    payment.id,
    nameOf(payment.structure),
    payment.holder,
    maskIban(payment.iban as Iban),
    decimalEuros(payment.cents).replace('.', ','),
    batch.state === 'prepared' ? notSent : outcomes[payment.outcome],
  ]);
  return sendTable(c, `bordereau-${batch.id}.csv`, tableFile(Object.values(say.head), rows));
}

const OUTCOMES = ['paid', 'rejected', 'returned'] as const;

async function resolve(c: Context<WebEnv>, desk: Desk, { deps, batch }: OnBatch): Promise<Response> {
  const words: Readonly<Record<string, string>> = BATCHES[desk.view.lang].refusals;
  const typed = await readFields(c, ['payment', 'outcome']);
  const again = (kind: string) =>
    showBatch(c, desk, {
      deps,
      batch,
      faults: [{ field: 'payment', message: words[kind] ?? words.failed! }],
    });
  const outcome = OUTCOMES.find((one) => one === typed.outcome);
  const isOwn = (await listPayments(deps.db, batch.id)).some(({ id }) => id === typed.payment);
  if (!outcome || !isOwn) return again('unknown-payment');
  const resolved = await resolvePayment(
    { payment: typed.payment, outcome, reasonCode: null, saidCents: null },
    desk.hand,
    deps,
  );
  if (!resolved.ok) return again(resolved.refusal.kind);
  return c.redirect(`${pathOf(desk, batch)}?fait=${resolved.value.isReplayed ? 'already' : 'resolved'}`, 303);
}

/** P7: shown at once, line by line; sent again, it says so. */
async function readAnswer(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const { lang } = desk.view;
  const { file } = await c.req.parseBody();
  const again = (message: string) => showBatches(c, desk, { deps, faults: [{ field: 'file', message }] });
  if (!(file instanceof File) || file.size === 0) return again(BATCHES[lang]['file-missing']);
  const content = new Uint8Array(await file.arrayBuffer());
  const read = await readBankFile({ name: file.name.slice(0, 200), content }, desk.hand, deps);
  if (!read.ok) return again(SEPA_MESSAGES[lang].bankAnswer[read.refusal.kind]);
  return c.html(await answerShown(file.name, read.value, { desk, deps }));
}

async function answerShown(
  name: string,
  read: BankFileRead,
  { desk, deps }: { desk: Desk; deps: VoucherWebDeps },
): Promise<string> {
  const nameOf = await nameBook(
    deps,
    read.lines.map(({ structure }) => structure),
  );
  return bankAnswerPage(desk.view, { base: desk.base, name, read, nameOf });
}
