import { type LocalDate, localDateAt } from '../../../kernel/dates.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Queries } from '../../../platform/db/database.ts';
import { type EndStep, endCalendar, isDecision, stepsDue } from '../domain/programme-end.ts';
import { listEndingProgrammes, readProgramme, readSteps, saveEndDay, saveStep } from '../store/programmes.ts';
import { audit, byOf, type Hand, type VoucherDeps } from './deps.ts';

export type EndRefusal = { kind: 'unknown-programme' } | { kind: 'in-the-past' } | { kind: 'already-ending' };

/** Decides the last day of a programme; null takes it back, as long as no step was done. */
export function endProgramme(
  { programme: id, endsOn }: { programme: string; endsOn: LocalDate | null },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, EndRefusal>> {
  return deps.db.inTransaction<null, EndRefusal>(async (tx) => {
    const programme = await readProgramme(tx, id);
    if (programme?.organisation !== hand.organisation) return refuse({ kind: 'unknown-programme' });
    const at = deps.clock();
    if (endsOn !== null && endsOn < localDateAt(at)) return refuse({ kind: 'in-the-past' });
    if ((await readSteps(tx, id)).size > 0) return refuse({ kind: 'already-ending' });
    await saveEndDay(tx, id, endsOn);
    const action = endsOn === null ? 'end-taken-back' : 'end-decided';
    await audit(tx, hand, { action, subjectKind: 'programme', subjectId: id, at });
    return ok(null);
  });
}

/** What the nightly task must tell: each step that only informs is told once; those that wait for someone, until they answer. */
export interface DueStep {
  programme: string;
  organisation: string;
  name: string;
  step: EndStep;
  endsOn: LocalDate;
  daysLate: number;
  waitsForSomeone: boolean;
}

/** V8: looks at the calendar of each programme that ends. `tell` writes the messages, in the transaction that notes the step. */
export async function followEnds(
  { by, tell }: { by: string; tell: (tx: Queries, due: DueStep) => Promise<void> },
  deps: VoucherDeps,
): Promise<number> {
  const today = localDateAt(deps.clock());
  let told = 0;
  for (const programme of await listEndingProgrammes(deps.db)) {
    const calendar = endCalendar(programme.endsOn!, programme.terms);
    const due = stepsDue(calendar, { today, done: await readSteps(deps.db, programme.id) });
    const { id, organisation, name } = programme;
    for (const { step, daysLate } of due) {
      const waitsForSomeone = isDecision(step);
      const facts = { programme: id, organisation, name, step, endsOn: programme.endsOn!, daysLate };
      await deps.db.inTransaction<null, never>(async (tx) => {
        await tell(tx, { ...facts, waitsForSomeone });
        if (!waitsForSomeone) await saveStep(tx, { programme: id, step, by, at: deps.clock() });
        return ok(null);
      });
      told += 1;
    }
  }
  return told;
}

export type StepRefusal = { kind: 'unknown-programme' } | { kind: 'not-due' } | { kind: 'already-done' };

/**
 * A decision of the sequence: blocking what is still in stock, or taking late hand-overs at one's own charge. The other steps
 * are done by telling people: nobody can say in their place that it was done.
 */
export function confirmStep(
  { programme: id, step }: { programme: string; step: EndStep },
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, StepRefusal>> {
  return deps.db.inTransaction<null, StepRefusal>(async (tx) => {
    const programme = await readProgramme(tx, id);
    if (programme?.organisation !== hand.organisation || !programme.endsOn)
      return refuse({ kind: 'unknown-programme' });
    const done = await readSteps(tx, id);
    if (done.has(step)) return refuse({ kind: 'already-done' });
    const due = stepsDue(endCalendar(programme.endsOn, programme.terms), {
      today: localDateAt(deps.clock()),
      done,
    });
    if (!isDecision(step) || !due.some((one) => one.step === step)) return refuse({ kind: 'not-due' });
    const at = deps.clock();
    await saveStep(tx, { programme: id, step, by: byOf(hand), at });
    await audit(tx, hand, { action: `end-${step}`, subjectKind: 'programme', subjectId: id, at });
    return ok(null);
  });
}
