import type { Context } from 'hono';
import type { WebEnv } from '../../../platform/html/view.ts';
import type { AddRefusal, NewOrganisation } from '../actions/save-organisation.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { TerritoryKind } from '../domain/territory.ts';
import { ORGANISATIONS } from '../organisation-messages.ts';
import type { FieldFault, OrganisationForm } from '../pages/parts/organisation-fields.tsx';

export const EMPTY: OrganisationForm = {
  nom: '',
  genre: '',
  siret: '',
  communes: '',
  departements: '',
  regions: '',
};

/** Which field says the territories of each kind. */
export const FIELD_OF = { commune: 'communes', departement: 'departements', region: 'regions' } as const;

/** As it stands, to be corrected. */
export function formOf({ name, kind, siret, territories }: Organisation): OrganisationForm {
  const codes = (wanted: TerritoryKind) =>
    territories
      .filter((territory) => territory.startsWith(`${wanted}:`))
      .map((territory) => territory.slice(wanted.length + 1))
      .join(' ');
  return {
    nom: name,
    genre: kind,
    siret: siret ?? '',
    communes: codes('commune'),
    departements: codes('departement'),
    regions: codes('region'),
  };
}

export const typedIn = ({
  nom,
  genre,
  siret,
  communes,
  departements,
  regions,
}: OrganisationForm): NewOrganisation => ({
  name: nom,
  kind: genre,
  siret,
  territories: { commune: communes, departement: departements, region: regions },
});

export async function readForm(c: Context<WebEnv>): Promise<OrganisationForm> {
  const body = await c.req.parseBody();
  const text = (name: keyof OrganisationForm) => String(body[name] ?? '');
  return {
    nom: text('nom'),
    genre: text('genre'),
    siret: text('siret'),
    communes: text('communes'),
    departements: text('departements'),
    regions: text('regions'),
  };
}

export function faultOf(c: Context<WebEnv>, refusal: AddRefusal): FieldFault {
  const say = ORGANISATIONS[c.get('view').lang];
  switch (refusal.kind) {
    case 'code-invalid':
      return { field: FIELD_OF[refusal.of], message: say['code-invalid'](refusal.code) };
    case 'name-needed':
      return { field: 'nom', message: say['name-needed'] };
    case 'kind-needed':
      return { field: 'genre', message: say['kind-needed'] };
    default:
      return { field: 'siret', message: say[refusal.kind] };
  }
}
