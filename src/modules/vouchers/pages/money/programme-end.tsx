import { Answer, Button, DateField, Details, Status, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import { type EndStep, isDecision } from '../../domain/programme-end.ts';
import { END } from '../../end-messages.ts';
import type { Programme } from '../../store/programmes.ts';
import { type Fault, faultOf, moneyPage } from './parts/frame.tsx';

export interface ShownStep {
  step: EndStep;
  dueOn: string;
  isDone: boolean;
  /** Null as long as its day has not come. */
  daysLate: number | null;
}

export interface EndView {
  base: string;
  programme: Programme;
  hasEnded: boolean;
  steps: readonly ShownStep[];
  canDecide: boolean;
  /** As typed. */
  endsOn: string;
  faults: readonly Fault[];
  said: string | null;
}

/** V8: when the programme ends, and what happens around that day. */
export function programmeEndPage(view: View, end: EndView): string {
  const say = END[view.lang];
  const { base, programme, hasEnded, steps, canDecide, faults } = end;
  const day = programme.endsOn && formatDate(programme.endsOn, view.lang);
  const isChangeable = canDecide && !steps.some(({ isDone }) => isDone);
  return moneyPage(view, {
    title: say.title,
    back: { href: base, label: programme.name },
    faults,
    said: end.said,
    children: (
      <>
        <Answer
          kind={day ? 'no' : 'ok'}
          icon="calendar"
          title={day ? (hasEnded ? say.ended(day) : say.ends(day)) : say.open}
        >
          {!day && <p>{nb(say.openWhy)}</p>}
        </Answer>
        {steps.length > 0 && <Calendar view={view} end={end} />}
        {isChangeable && (
          <Details summary={day ? say.change : say.choose} isOpen={faults.length > 0}>
            <form class="m-fields" method="post" action={`${base}/fin`}>
              <p>{nb(say.chooseWhy)}</p>
              <DateField
                name="endsOn"
                label={say.endsOn}
                description={say.endsOnHint}
                value={end.endsOn}
                error={faultOf(faults, 'endsOn')}
              />
              <div>
                <Button name="verdict" value="end">
                  {say.save}
                </Button>
              </div>
            </form>
            {day && (
              <form class="m-group" method="post" action={`${base}/fin`}>
                <p>{nb(say.takeBackWhy)}</p>
                <div>
                  <Button variant="secondary" name="verdict" value="go-on">
                    {say.takeBack}
                  </Button>
                </div>
              </form>
            )}
          </Details>
        )}
      </>
    ),
  });
}

function Calendar({ view, end }: { view: View; end: EndView }) {
  const say = END[view.lang];
  return (
    <Table
      caption={say.calendar}
      columns={[{ label: say.day }, { label: say.step }, { label: say.state }]}
      rows={end.steps.map((one) => ({
        key: one.step,
        cells: [
          formatDate(one.dueOn, view.lang),
          nb(say.steps[one.step]),
          <StepState view={view} end={end} one={one} />,
        ],
      }))}
    />
  );
}

function StepState({ view, end, one }: { view: View; end: EndView; one: ShownStep }) {
  const say = END[view.lang];
  if (one.isDone) return <Status kind="ok">{say.done}</Status>;
  if (one.daysLate === null || !isDecision(one.step))
    return (
      <>
        <Status kind="no" icon="clock">
          {one.daysLate === null ? say.toCome : say.soon}
        </Status>
        <p class="m-small">{nb(isDecision(one.step) ? say.decision : say.automatic)}</p>
      </>
    );
  return (
    <div class="m-group">
      <div>
        <Status kind="ask" icon="alert-circle">
          {say.due}
        </Status>
      </div>
      {one.daysLate > 0 && <p class="m-small">{nb(say.late(one.daysLate))}</p>}
      {end.canDecide && (
        <form method="post" action={`${end.base}/fin/etape`}>
          <input type="hidden" name="step" value={one.step} />
          <Button variant="secondary" aria-label={nb(say.confirmOne(say.steps[one.step]))}>
            {say.confirm}
          </Button>
        </form>
      )}
    </div>
  );
}
