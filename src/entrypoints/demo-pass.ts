import { addOrganisation, type OrganisationKind } from '../modules/access/index.ts';
import type { CommuneReference } from '../modules/standard/index.ts';
import { playDemonstration } from '../modules/vouchers/index.ts';
import type { Context } from '../platform/context.ts';
import type { Signer } from '../platform/signature.ts';

/** Written in the journal as the one who added the organisations below. */
const DOER = { personId: 'demo' };

/** Invented, and say so. */
const PLACES = [
  { name: 'Espace numérique (exemple)', siret: '90000000300013', codeInsee: '69290' },
  { name: 'Médiathèque (exemple)', siret: '90000000400011', codeInsee: '69029' },
];

/** Five invented organisations and a Pass numérique that runs among them. Gives a code to try. */
export async function loadDemoPass({
  context,
  communes,
  signer,
}: {
  context: Context;
  communes: CommuneReference;
  signer: Signer;
}): Promise<string> {
  const add = async (kind: OrganisationKind, name: string, siret = ''): Promise<string> => {
    const territories = { commune: '', departement: '69', region: '' };
    const added = await addOrganisation(
      { typed: { name, kind, siret, territories }, doer: DOER },
      { ...context, signer },
    );
    if (!added.ok) throw new Error(`The demonstration is refused: ${added.refusal.kind}`);
    return added.value.id;
  };
  const organisations = {
    territory: await add('collectivite', 'Collectivité (exemple)', '90000000100017'),
    funder: await add('financeur', 'Région (exemple)', '90000000200015'),
    prescriber: await add('prescripteur', 'Maison des solidarités (exemple)'),
    places: await Promise.all(
      PLACES.map(async (place) => ({
        ...place,
        organisation: await add('structure', place.name, place.siret),
      })),
    ),
  };
  return (await playDemonstration(organisations, { ...context, communes })).code;
}
