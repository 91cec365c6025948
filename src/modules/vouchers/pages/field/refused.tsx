import { formatHelpLine } from '../../../../platform/html/help-line.ts';
import { renderPage } from '../../../../platform/html/page.tsx';
import { Answer, Button, ButtonLink } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, formatInstant, nb } from '../../../../platform/i18n/french-form.ts';
import type { RedemptionRefusal } from '../../domain/redemption.ts';
import { REDEEM } from '../../redeem-messages.ts';
import { type Named, REFUSALS } from '../../refusal-messages.ts';
import type { CodeFacts } from '../../store/code-facts.ts';
import { Facts } from '../parts/facts.tsx';
import { helpWords } from '../parts/help-words.ts';
import { HiddenCode, type RedeemForm } from '../parts/redeem-form.tsx';

export type Explained = Exclude<RedemptionRefusal, { kind: 'wrong-theme' }>;

export interface RefusedView {
  base: string;
  form: RedeemForm;
  refusal: Explained;
  facts: CodeFacts;
  named: Named;
  /** Name of the place that used it last; null when it is this one, or none. */
  lastPlace: string | null;
  isManager: boolean;
}

/** V4: what happened in one sentence, why, and the one thing to do next. */
export function refusedPage(view: View, refused: RefusedView): string {
  const say = REFUSALS[view.lang];
  const { refusal, named } = refused;
  const words = refusal.kind === 'agreement-not-active' ? say.agreement[refusal.state] : say.of[refusal.kind];
  const isOver = refusal.kind === 'not-valid-any-more';
  return renderPage(view, {
    title: words.title,
    side: 'pro',
    active: 'space',
    children: (
      <>
        <h1>{REDEEM[view.lang].title}</h1>
        <Answer
          kind={isOver ? 'bad' : 'ask'}
          icon={isOver ? 'calendar-x' : 'alert-circle'}
          title={words.title}
        >
          <Facts items={factsOf(view, refused)} />
          <p>{nb(words.why(named))}</p>
          {isOver && <p>{nb(extensionWords(view, refused))}</p>}
          <p>{nb(say.nothingTaken)}</p>
        </Answer>
        <section class="m-group">
          <h2>{nb(say.whatNext)}</h2>
          <p>{nb(words.next(named))}</p>
          <Actions view={view} refused={refused} />
          <p class="m-small">{nb(say.notNormal)}</p>
        </section>
      </>
    ),
  });
}

/** The first name stands only where the place may receive the person: what is left, when, where. */
function factsOf(view: View, { refusal, facts, lastPlace }: RefusedView) {
  const say = REFUSALS[view.lang];
  const help = (count: number) =>
    helpWords({ ...facts }, { count, cents: facts.passCents * BigInt(count) }, view.lang);
  const whose = { label: say.passOf, value: facts.personName ?? REDEEM[view.lang].someone };
  const ofTotal = (left: number, total: number) => REDEEM[view.lang].leftOf(help(left), help(total));
  const { lastUse } = facts;
  switch (refusal.kind) {
    case 'all-used':
      return [
        whose,
        ...(lastUse
          ? [
              { label: say.lastUse, value: formatInstant(lastUse.at, view.lang) },
              { label: say.where, value: lastPlace ?? say.here },
            ]
          : []),
      ];
    case 'not-enough-left':
      return [whose, { label: say.left, value: ofTotal(refusal.left, refusal.total) }];
    case 'not-valid-any-more':
      return [
        whose,
        { label: say.lastDay, value: formatDate(refusal.lastDay, view.lang) },
        { label: say.unused, value: ofTotal(refusal.left, refusal.total) },
      ];
    default:
      return [];
  }
}

function extensionWords(view: View, { refusal, facts }: RefusedView): string {
  const say = REFUSALS[view.lang];
  if (refusal.kind !== 'not-valid-any-more' || view.now >= refusal.extendableUntil) return say.tooLate;
  return facts.isExtensionAsked
    ? say.alreadyAsked
    : say.extendUntil(formatDate(refusal.extendableUntil, view.lang));
}

/** Kinds that the place mends with the collectivité. */
const ABOUT_AGREEMENT: ReadonlySet<Explained['kind']> = new Set([
  'not-under-agreement',
  'agreement-not-active',
  'agreement-other-days',
]);
/** Kinds for which another place is the answer. */
const ELSEWHERE: ReadonlySet<Explained['kind']> = new Set([
  'structure-not-listed',
  'wrong-territory',
  'own-booklet',
]);

function Actions({ view, refused }: { view: View; refused: RefusedView }) {
  const say = REFUSALS[view.lang];
  const { refusal, base, isManager } = refused;
  return (
    <div class="m-actions">
      <MainAction view={view} refused={refused} />
      {isManager && ABOUT_AGREEMENT.has(refusal.kind) && (
        <ButtonLink href={base.replace(/utiliser$/, 'lieu/conventions')} variant="secondary" icon="file-text">
          {refusal.kind === 'not-under-agreement' ? say.askAgreement : say.seeAgreements}
        </ButtonLink>
      )}
      {(ELSEWHERE.has(refusal.kind) || ABOUT_AGREEMENT.has(refusal.kind)) && (
        <ButtonLink href="/pass" variant="secondary" icon="map-pin">
          {say.otherPlaces}
        </ButtonLink>
      )}
      {view.helpPhone && (
        <ButtonLink href={`tel:${view.helpPhone}`} variant="secondary" icon="phone">
          {say.call(formatHelpLine(view.helpPhone))}
        </ButtonLink>
      )}
    </div>
  );
}

/** What helps the person at once, when something can; else the next sheet. */
function MainAction({ view, refused }: { view: View; refused: RefusedView }) {
  const say = REFUSALS[view.lang];
  const { refusal, base, form, facts } = refused;
  if (refusal.kind === 'not-enough-left')
    return (
      <form method="post" action={`${base}/verifier`}>
        <HiddenCode form={form} />
        <input type="hidden" name="combien" value={refusal.left} />
        <Button icon="check">
          {say.useLeft(
            helpWords(
              facts,
              { count: refusal.left, cents: facts.passCents * BigInt(refusal.left) },
              view.lang,
            ),
          )}
        </Button>
      </form>
    );
  const canExtend =
    refusal.kind === 'not-valid-any-more' && view.now < refusal.extendableUntil && !facts.isExtensionAsked;
  return (
    <>
      {canExtend && (
        <form method="post" action={`${base}/prolongation`}>
          <input type="hidden" name="code" value={form.code} />
          <Button icon="calendar-plus">{say.askExtension}</Button>
        </form>
      )}
      <ButtonLink icon="scan" href={base} {...(canExtend && { variant: 'secondary' as const })}>
        {say.another}
      </ButtonLink>
    </>
  );
}
