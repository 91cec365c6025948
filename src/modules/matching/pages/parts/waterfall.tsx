import { Details, Table } from '../../../../platform/html/parts.tsx';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import type { Evidence } from '../../domain/match-record.ts';
import type { ExplainedVerdict } from '../../domain/matcher.ts';
import { explainEvidence } from '../../messages.ts';
import { REVIEW } from '../../review-messages.ts';
import { capital, signed } from './signed-bits.ts';

interface Step {
  label: string;
  bits: number;
  from: number;
  to: number;
}

function conclusionOf({ probability }: ExplainedVerdict, lang: Lang): string {
  const say = REVIEW[lang].conclusions;
  if (probability >= 0.95) return say.surely;
  if (probability >= 0.5) return say.likely;
  return probability >= 0.05 ? say.unlikely : say.hardly;
}

/** Why a verdict: in a sentence, as bars that follow one another from zero to the total, and as a table. */
export function Waterfall({ lang, verdict }: { lang: Lang; verdict: ExplainedVerdict }) {
  const say = REVIEW[lang];
  const steps = stepsOf(verdict, lang);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const place = (bits: number) => ((bits - low) / (high - low || 1)) * 100;
  return (
    <section class="m-stack">
      <h2>{nb(say.why[verdict.verdict])}</h2>
      <p>{nb(sentence(verdict.evidence, lang))}</p>
      <Hatching />
      <ol class="m-wf">
        {steps.map((step) => (
          <li key={step.label}>
            <span class="m-wf-label">{nb(step.label)}</span>
            <Bar kind={step.bits < 0 ? 'against' : 'for'} step={step} place={place} />
            <span class="m-wf-bits">{signed(step.bits, lang)}</span>
          </li>
        ))}
        <li class="m-wf-total">
          <span class="m-wf-label">{nb(say.total(conclusionOf(verdict, lang)))}</span>
          <Bar kind="total" step={{ from: 0, to: verdict.bits }} place={place} />
          <span class="m-wf-bits">{signed(verdict.bits, lang)}</span>
        </li>
      </ol>
      <p class="m-small">{nb(say.legend)}</p>
      <EvidenceTable lang={lang} evidence={verdict.evidence} />
    </section>
  );
}

/** The prior is what is left of the total once the evidence is taken away. */
function stepsOf(verdict: ExplainedVerdict, lang: Lang): Step[] {
  const prior = verdict.evidence.reduce((rest, { bits }) => rest - bits, verdict.bits);
  let at = 0;
  const parts = [
    { label: REVIEW[lang].prior, bits: prior },
    ...verdict.evidence.map((one) => ({ label: capital(explainEvidence(one, lang)), bits: one.bits })),
  ];
  return parts.map(({ label, bits }) => {
    const from = at;
    at += bits;
    return { label, bits, from, to: at };
  });
}

function sentence(evidence: readonly Evidence[], lang: Lang): string {
  const say = REVIEW[lang];
  const list = (isFor: boolean) =>
    evidence
      .filter(({ bits }) => bits > 0 === isFor)
      .map((one) => explainEvidence(one, lang))
      .join(', ');
  const [plus, minus] = [list(true), list(false)];
  return [plus && say.speaksFor(plus), minus && say.speaksAgainst(minus)].filter(Boolean).join(' ');
}

/** Drawn with percentages: the content policy allows no style in the page. */
function Bar({
  kind,
  step: { from, to },
  place,
}: {
  kind: 'for' | 'against' | 'total';
  step: Pick<Step, 'from' | 'to'>;
  place: (bits: number) => number;
}) {
  const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
  return (
    <svg class="m-wf-bar" aria-hidden="true" focusable="false">
      <line class="m-wf-zero" x1={`${place(0)}%`} x2={`${place(0)}%`} y1="0" y2="100%" />
      <rect
        class={`m-wf-${kind}`}
        x={`${left}%`}
        width={`${Math.max(right - left, 0.4)}%`}
        y="3"
        height="18"
        rx="2"
      />
    </svg>
  );
}

const Hatching = () => (
  <svg class="m-wf-defs" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="rayures" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect class="m-wf-ground" width="6" height="6" />
        <rect class="m-wf-stripe" width="3" height="6" />
      </pattern>
    </defs>
  </svg>
);

function EvidenceTable({ lang, evidence }: { lang: Lang; evidence: readonly Evidence[] }) {
  const say = REVIEW[lang];
  return (
    <Details summary={say.asTable}>
      <Table
        caption={say.asTable}
        columns={[
          { label: say.evidence },
          { label: say.recordA },
          { label: say.recordB },
          { label: say.bits, isNumber: true },
        ]}
        rows={evidence.map((one) => ({
          key: one.kind,
          cells: [
            nb(capital(explainEvidence(one, lang))),
            one.left ?? say.absent,
            one.right ?? say.absent,
            signed(one.bits, lang),
          ],
        }))}
      />
    </Details>
  );
}
