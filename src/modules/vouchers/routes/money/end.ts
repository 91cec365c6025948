import type { Context } from 'hono';
import { localDateAt, parseLocalDate } from '../../../../kernel/dates.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { answerError } from '../../../../platform/web/app.ts';
import type { Space } from '../../../access/index.ts';
import { confirmStep, endProgramme } from '../../actions/end-programme.ts';
import { hasEnded } from '../../actions/order-booklets.ts';
import { END_STEPS, endCalendar, stepsDue } from '../../domain/programme-end.ts';
import { END } from '../../end-messages.ts';
import type { Fault } from '../../pages/money/parts/frame.tsx';
import { programmeEndPage, type ShownStep } from '../../pages/money/programme-end.tsx';
import { type Programme, readSteps } from '../../store/programmes.ts';
import type { VoucherWebDeps } from '../deps.ts';
import { type Desk, openDesk, readFields, saidOf } from './desk.ts';

const SAID = ['end-decided', 'end-taken-back', 'confirmed'] as const;

/** V8: the last day of a programme, and the decisions that it asks for. */
export function mountEnd(space: Space, deps: VoucherWebDeps): void {
  const door = openDesk(space, deps);
  door.page('/fin', (c, desk) => showEnd(c, desk, { deps }));
  door.form('/fin', (c, desk) => decideEnd(c, desk, deps));
  door.form('/fin/etape', (c, desk) => confirm(c, desk, deps));
}

async function decideEnd(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const say = END[desk.view.lang];
  const { endsOn: typed, verdict } = await readFields(c, ['endsOn', 'verdict']);
  const again = (message: string) =>
    showEnd(c, desk, { deps, endsOn: typed, faults: [{ field: 'endsOn', message }] });
  const endsOn = verdict === 'go-on' ? null : parseLocalDate(typed.trim());
  if (verdict !== 'go-on' && endsOn === null) return again(say['day-wrong']);
  const decided = await endProgramme({ programme: desk.programme.id, endsOn }, desk.hand, deps);
  const said = endsOn === null ? 'end-taken-back' : 'end-decided';
  if (decided.ok) return c.redirect(`${desk.base}/fin?fait=${said}`, 303);
  const { kind } = decided.refusal;
  return kind === 'unknown-programme' ? answerError(c, 404, 'notFound') : again(say[kind]);
}

async function confirm(c: Context<WebEnv>, desk: Desk, deps: VoucherWebDeps): Promise<Response> {
  const typed = (await readFields(c, ['step'])).step;
  const step = END_STEPS.find((one) => one === typed);
  if (!step) return answerError(c, 404, 'notFound');
  const confirmed = await confirmStep({ programme: desk.programme.id, step }, desk.hand, deps);
  if (confirmed.ok) return c.redirect(`${desk.base}/fin?fait=confirmed`, 303);
  const { kind } = confirmed.refusal;
  if (kind === 'unknown-programme') return answerError(c, 404, 'notFound');
  return showEnd(c, desk, { deps, faults: [{ field: 'contenu', message: END[desk.view.lang][kind] }] });
}

async function showEnd(
  c: Context<WebEnv>,
  { programme, actor, view, base }: Desk,
  { deps, endsOn, faults = [] }: { deps: VoucherWebDeps; endsOn?: string; faults?: readonly Fault[] },
): Promise<Response> {
  const said = saidOf(c, SAID);
  const page = programmeEndPage(view, {
    base,
    programme,
    hasEnded: hasEnded(programme, deps.clock()),
    steps: await readShownSteps(programme, deps),
    canDecide: actor.roles.has('programme-manager'),
    endsOn: endsOn ?? programme.endsOn ?? '',
    faults,
    said: said && END[view.lang].said[said],
  });
  return c.html(page, faults.length > 0 ? 422 : 200);
}

async function readShownSteps(
  { id, endsOn, terms }: Programme,
  { db, clock }: VoucherWebDeps,
): Promise<ShownStep[]> {
  if (endsOn === null) return [];
  const done = await readSteps(db, id);
  const calendar = endCalendar(endsOn, terms);
  const due = new Map(
    stepsDue(calendar, { today: localDateAt(clock()), done }).map(({ step, daysLate }) => [step, daysLate]),
  );
  return calendar.map(({ step, dueOn }) => ({
    step,
    dueOn,
    isDone: done.has(step),
    daysLate: due.get(step) ?? null,
  }));
}
