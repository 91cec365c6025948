import type { Context } from 'hono';
import { localDateAt } from '../../../../kernel/dates.ts';
import type { WebEnv } from '../../../../platform/html/view.ts';
import { type Actor, findOrganisation, findOrganisationNames, type Space } from '../../../access/index.ts';
import type { Commune, CommuneReference } from '../../../standard/index.ts';
import { requestAgreement } from '../../actions/agreements.ts';
import { territoriesOf } from '../../domain/territory.ts';
import { type AgreementFault, type AgreementForm, agreementsPage } from '../../pages/field/agreements.tsx';
import { listAgreements } from '../../store/places.ts';
import { listOpenProgrammes, type Programme, readProgramme } from '../../store/programmes.ts';
import { handOf, type VoucherWebDeps } from '../deps.ts';

export function mountAgreements(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass/lieu/conventions', ['place-manager'], (c, actor) => show(c, actor, { deps }));
  space.post('/pass/lieu/conventions', ['place-manager'], (c, actor) => ask(c, actor, deps));
}

interface Refused {
  form: AgreementForm;
  fault: AgreementFault;
  towns?: readonly Commune[];
}

async function show(
  c: Context<WebEnv>,
  actor: Actor,
  { deps, refused }: { deps: VoucherWebDeps; refused?: Refused },
): Promise<Response> {
  const { db, clock } = deps;
  const structure = actor.organisation.id;
  const agreements = await listAgreements(db, { structure });
  const known = await Promise.all(agreements.map(({ programme }) => readProgramme(db, programme)));
  const open = await listOpenProgrammes(db, localDateAt(clock()));
  const programmes = [...known.filter((one) => one !== null), ...open];
  const names = await findOrganisationNames(db, [...new Set(programmes.map((one) => one.organisation))]);
  const managerOf = ({ organisation }: Programme) => names.get(organisation) ?? organisation;
  const isTaken = (id: string) =>
    agreements.some(
      ({ programme, state }) => programme === id && (state === 'active' || state === 'requested'),
    );
  const siret = (await findOrganisation(db, structure))?.siret ?? agreements[0]?.siret ?? '';
  const html = agreementsPage(c.get('view'), {
    base: `/espace/${structure}/pass/lieu`,
    agreements: agreements.map((agreement, rank) => ({
      ...agreement,
      programmeName: known[rank]!.name,
      managerName: managerOf(known[rank]!),
    })),
    open: open
      .filter(({ id }) => !isTaken(id))
      .map((one) => ({ id: one.id, name: one.name, managerName: managerOf(one) })),
    form: refused?.form ?? { programme: '', siret, town: '', label: '' },
    fault: refused?.fault ?? null,
    towns: refused?.towns ?? [],
    isAsked: c.req.query('fait') === 'demande',
  });
  return c.html(html, refused ? 422 : 200);
}

async function ask(c: Context<WebEnv>, actor: Actor, deps: VoucherWebDeps): Promise<Response> {
  const body = await c.req.parseBody();
  const text = (name: string) => String(body[name] ?? '').trim();
  const form = { programme: text('programme'), siret: text('siret'), town: text('ou'), label: text('label') };
  const towns = townsOf(deps.communes, form.town);
  const chosen = towns.find(({ codeInsee }) => codeInsee === text('commune')) ?? towns[0];
  if (towns.length > 1 && text('commune') === '')
    return show(c, actor, { deps, refused: { form, fault: 'towns', towns } });
  const asked = await requestAgreement(
    { ...form, codeInsee: chosen?.codeInsee ?? '', label: form.label || null },
    handOf(actor),
    { ...deps, territoriesOf: territoriesOf(deps.communes) },
  );
  if (!asked.ok) return show(c, actor, { deps, refused: { form, fault: asked.refusal.kind } });
  return c.redirect(`/espace/${actor.organisation.id}/pass/lieu/conventions?fait=demande`, 303);
}

/** By postal code or by name: where several share it, whoever manages the place knows which. */
function townsOf(communes: CommuneReference, typed: string): readonly Commune[] {
  const found = /^\d{5}$/.test(typed) ? communes.byPostalCode(typed) : communes.byName(typed);
  // The code of an arrondissement is also that of its city, which says less.
  return found.filter(
    ({ codeInsee }) => !found.some(({ arrondissementOf }) => arrondissementOf === codeInsee),
  );
}
