import type { ComponentChildren } from 'preact';
import { renderPage } from '../../../../platform/html/page.tsx';
import {
  Button,
  Choices,
  Status,
  type StatusKind,
  Table,
  TextField,
} from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb, unbroken } from '../../../../platform/i18n/french-form.ts';
import type { Commune } from '../../../standard/index.ts';
import { PLACE } from '../../place-messages.ts';
import type { Agreement } from '../../store/places.ts';

export interface AgreementForm {
  programme: string;
  siret: string;
  town: string;
  label: string;
}

export type AgreementFault = keyof (typeof PLACE)['fr']['askRefused'] | 'towns';

export interface AgreementsView {
  base: string;
  agreements: readonly (Agreement & { programmeName: string; managerName: string })[];
  /** Programmes that can be asked for. */
  open: readonly { id: string; name: string; managerName: string }[];
  form: AgreementForm;
  fault: AgreementFault | null;
  /** Those among which the town is to be chosen. */
  towns: readonly Commune[];
  isAsked: boolean;
}

/** V13: which passes this place accepts, and how to accept others. */
export function agreementsPage(view: View, shown: AgreementsView): string {
  const say = PLACE[view.lang];
  const { fault } = shown;
  return renderPage(view, {
    title: say.agreements,
    side: 'pro',
    active: 'space',
    back: { href: shown.base, label: say.title },
    errors: fault ? [{ field: FIELD_OF[fault], message: faultWords(view, fault) }] : [],
    children: (
      <>
        <h1>{nb(say.agreements)}</h1>
        {shown.isAsked && <p role="status">{nb(say.asked)}</p>}
        {shown.agreements.length === 0 ? (
          <p>{nb(say.agreementsNone)}</p>
        ) : (
          <AgreementTable view={view} agreements={shown.agreements} />
        )}
        <section class="m-group" aria-labelledby="demander">
          <h2 id="demander">{nb(say.ask)}</h2>
          {shown.open.length === 0 ? <p>{nb(say.askNone)}</p> : <AskForm view={view} shown={shown} />}
        </section>
      </>
    ),
  });
}

const FIELD_OF: Readonly<Record<AgreementFault, string>> = {
  'unknown-programme': 'programme-0',
  'structure-not-listed': 'programme-0',
  'already-active': 'programme-0',
  'wrong-siret': 'siret',
  'siret-taken': 'siret',
  'unknown-commune': 'ou',
  'wrong-territory': 'ou',
  towns: 'commune-0',
};

const faultWords = ({ lang }: View, fault: AgreementFault): string =>
  fault === 'towns' ? PLACE[lang].towns : PLACE[lang].askRefused[fault];

const LOOKS: Readonly<Record<Agreement['state'], StatusKind>> = {
  requested: 'ask',
  active: 'ok',
  refused: 'bad',
  ended: 'no',
};

function AgreementTable({ view, agreements }: { view: View; agreements: AgreementsView['agreements'] }) {
  const say = PLACE[view.lang];
  return (
    <Table
      caption={say.agreementsCaption}
      columns={[say.programme, say.manager, say.state, say.dates].map((label) => ({ label }))}
      rows={agreements.map((one) => ({
        key: one.programme,
        cells: [
          nb(one.programmeName),
          nb(one.managerName),
          <>
            <Status kind={LOOKS[one.state]} {...(one.state === 'requested' && { icon: 'clock' as const })}>
              {say.states[one.state]}
            </Status>
            {one.reason && <p class="m-small">{nb(say.reason(one.reason))}</p>}
          </>,
          nb(datesOf(view, one)),
        ] as ComponentChildren[],
      }))}
    />
  );
}

function datesOf({ lang }: View, { state, startsOn, endsOn, requestedAt }: Agreement): string {
  const say = PLACE[lang];
  if (state === 'requested') return say.askedOn(formatDate(requestedAt, lang));
  return endsOn === null
    ? say.since(formatDate(startsOn, lang))
    : say.between(formatDate(startsOn, lang), formatDate(endsOn, lang));
}

function AskForm({ view, shown }: { view: View; shown: AgreementsView }) {
  const say = PLACE[view.lang];
  const { open, form, fault, towns } = shown;
  const errorAt = (field: string) =>
    fault && FIELD_OF[fault] === field ? faultWords(view, fault) : undefined;
  return (
    <form class="m-fields" method="post" action={`${shown.base}/conventions`}>
      {open.length === 1 ? (
        <>
          <input type="hidden" name="programme" value={open[0]!.id} />
          <p>{nb(`${open[0]!.name} (${open[0]!.managerName})`)}</p>
        </>
      ) : (
        <Choices
          type="radio"
          name="programme"
          legend={say.programme}
          options={open.map(({ id, name, managerName }) => ({ value: id, label: name, hint: managerName }))}
          values={[form.programme]}
        />
      )}
      <TextField
        name="siret"
        label={say.siret}
        description={say.siretHint}
        value={form.siret}
        error={errorAt('siret')}
        inputmode="numeric"
        autocomplete="off"
        maxlength={30}
      />
      <TextField
        name="ou"
        label={say.town}
        description={say.townHint}
        value={form.town}
        error={errorAt('ou')}
        autocomplete="off"
        maxlength={80}
      />
      {towns.length > 0 && (
        <Choices
          type="radio"
          name="commune"
          legend={say.towns}
          options={towns.map((town) => ({
            value: town.codeInsee,
            label: unbroken(town.name),
            hint: town.postalCodes[0] ?? town.departement,
          }))}
          values={[]}
        />
      )}
      <TextField
        name="label"
        label={say.label}
        description={say.labelHint}
        value={form.label}
        autocomplete="off"
        maxlength={120}
      />
      <div>
        <Button icon="send">{say.askButton}</Button>
      </div>
    </form>
  );
}
