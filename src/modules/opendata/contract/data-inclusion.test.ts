import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { FICTITIOUS_COMMUNES, fictitiousPlace } from '../../../../test/support/open-data.ts';
import { describeWithSharedData, sharedPath } from '../../../../test/support/shared-data.ts';
import { ENUMERATIONS, SERVICES } from '../../standard/index.ts';
import { type InclusionPlace, toDataInclusion } from './data-inclusion.ts';
import {
  NETWORKS_OF_LABEL,
  NETWORKS_OF_PROGRAMME,
  NETWORKS_OF_TYPOLOGY,
  SERVICE_SLUGS,
  THEMES,
} from './data-inclusion-codes.ts';

const settings = {
  communes: FICTITIOUS_COMMUNES,
  pageOf: (id: string) => `https://exemple.test/lieux/${id}`,
};

function written(fields: Parameters<typeof fictitiousPlace>[0]): InclusionPlace {
  const result = toDataInclusion(fictitiousPlace(fields), settings);
  if (!result.ok) throw new Error(`left out: ${result.refusal.join(', ')}`);
  return result.value;
}

const ONE_SERVICE = { services: ['Maîtrise des outils numériques du quotidien'] };
const serviceOf = (fields: Parameters<typeof fictitiousPlace>[0]) =>
  written({ ...ONE_SERVICE, ...fields }).services[0]!;

test('a place is one structure, and one service for each of its services', () => {
  const { structure, services } = written({
    services: ['Aide aux démarches administratives', 'Accès internet et matériel informatique'],
  });
  expect(structure).toMatchObject({
    id: 'maillon--pl1',
    source: 'maillon',
    nom: 'Espace numérique fictif',
    lien_source: 'https://exemple.test/lieux/pl1',
  });
  expect(services.map(({ id, structure_id }) => [id, structure_id])).toEqual([
    ['maillon--pl1--demarches', 'maillon--pl1'],
    ['maillon--pl1--acces', 'maillon--pl1'],
  ]);
});

test('a place that only lacks an address is exported: data·inclusion asks for a name and a date', () => {
  expect(written({ address: undefined, postalCode: undefined }).structure).not.toHaveProperty('adresse');
  expect(toDataInclusion(fictitiousPlace({ updatedOn: undefined }), settings)).toEqual({
    ok: false,
    refusal: ['date_maj'],
  });
});

test('a name that data·inclusion finds too long is shortened, and its final full stop goes', () => {
  expect(written({ name: `${'Maison '.repeat(40)}.` }).structure.nom.length).toBeLessThanOrEqual(150);
  expect(written({ name: 'Le lieu fictif.' }).structure.nom).toBe('Le lieu fictif');
});

test('only a SIRET is a siret: an unknown or an association number is left out', () => {
  expect(written({ pivot: '43493312300029' }).structure.siret).toBe('43493312300029');
  expect(written({ pivot: undefined }).structure).not.toHaveProperty('siret');
  const association = written({ pivot: 'W751234567' });
  expect(association.structure).not.toHaveProperty('siret');
  expect(association.losses.dropped).toEqual(['pivot']);
});

test('kinds of structures, programmes and labels become the networks that data·inclusion knows', () => {
  const { structure, losses } = written({
    typologies: ['CCAS', 'TIERS_LIEUX'],
    nationalProgrammes: ['Aidants Connect', 'Promeneurs du net'],
    trainingLabels: ['Fabriques de Territoire'],
  });
  expect(structure.reseaux_porteurs).toEqual(['ccas-cias', 'aidants-connect', 'fabrique-de-territoire']);
  expect(losses.dropped.toSorted()).toEqual(['dispositif_programmes_nationaux', 'typologie']);
});

test('a place that names no audience receives everybody, as the standard says', () => {
  expect(serviceOf({}).publics).toEqual(['tous-publics']);
  expect(serviceOf({ audiences: ['Jeunes', 'Femmes'] }).publics).toEqual(['jeunes', 'femmes']);
});

test('special care is no condition: it is told in words, never as an audience', () => {
  const service = serviceOf({ specialCare: ['Surdité'] });
  expect(service.publics).toEqual(['tous-publics']);
  expect(service.publics_precisions).toContain('Surdité');
});

test('free under a condition is free, with its condition told', () => {
  expect(serviceOf({ fees: ['Gratuit sous condition'] })).toMatchObject({
    frais: 'gratuit',
    frais_precisions: 'Gratuit sous condition',
  });
  expect(serviceOf({ fees: ['Gratuit', 'Payant'] }).frais).toBe('payant');
  expect(serviceOf({})).not.toHaveProperty('frais');
});

test('booking on line needs its link, else the mode is left out and counted', () => {
  const access = { accessModes: ['Prendre un RDV en ligne', 'Téléphoner'] };
  expect(serviceOf({ ...access, bookingUrl: 'https://rdv.test/' })).toMatchObject({
    modes_mobilisation: ['utiliser-lien-mobilisation', 'telephoner'],
    lien_mobilisation: 'https://rdv.test/',
  });
  expect(serviceOf(access).modes_mobilisation).toEqual(['telephoner']);
  expect(written({ ...ONE_SERVICE, ...access }).losses.dropped).toEqual(['modalites_acces']);
});

test('a place reached only through a referral may be asked by professionals only', () => {
  expect(
    serviceOf({ accessModes: ['Envoyer un mail avec une fiche de prescription'] }).mobilisable_par,
  ).toEqual(['professionnels']);
  expect(serviceOf({ accessModes: ['Téléphoner'] }).mobilisable_par).toEqual(['usagers']);
});

test('a place that receives nobody offers nothing on site', () => {
  const modes = { supportModes: ['À distance', 'Accompagnement individuel'] };
  expect(serviceOf(modes).modes_accueil).toEqual(['en-presentiel', 'a-distance']);
  expect(serviceOf({ ...modes, accessModes: ["Ce lieu n'accueille pas de public"] }).modes_accueil).toEqual([
    'a-distance',
  ]);
});

test('a place without known services says what it loses, and no service is invented', () => {
  const { services, losses } = written({ fees: ['Gratuit'], parentOrganisation: 'Réseau fictif' });
  expect(services).toEqual([]);
  expect(losses.unwritten.toSorted()).toEqual(['frais_a_charge', 'structure_parente']);
});

test('each service of the standard has its themes and its own identifier', () => {
  expect(Object.keys(THEMES).toSorted()).toEqual(SERVICES.toSorted());
  expect(new Set(SERVICES.map((service) => SERVICE_SLUGS[service])).size).toBe(SERVICES.length);
});

test('every code that is translated exists in the national standard', () => {
  const lists = [
    [NETWORKS_OF_TYPOLOGY, ENUMERATIONS.typologie],
    [NETWORKS_OF_PROGRAMME, ENUMERATIONS.dispositif_programmes_nationaux],
    [NETWORKS_OF_LABEL, ENUMERATIONS.formations_labels],
  ] as const;
  for (const [codes, values] of lists) {
    expect(Object.keys(codes).filter((code) => !(values as readonly string[]).includes(code))).toEqual([]);
  }
});

const someOf = (values: readonly string[]) => fc.subarray([...values]);
const anyPlace = fc.record({
  name: fc.string({ maxLength: 300 }),
  pivot: fc.constantFrom('43493312300029', 'W751234567', ''),
  summary: fc.string(),
  description: fc.string({ maxLength: 12_000, size: 'max' }),
  emails: fc.array(fc.emailAddress()),
  websites: fc.array(fc.oneof(fc.webUrl(), fc.string())),
  bookingUrl: fc.oneof(fc.webUrl(), fc.string()),
  accessibilityUrl: fc.oneof(fc.webUrl(), fc.string()),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  services: someOf(ENUMERATIONS.services),
  typologies: someOf(ENUMERATIONS.typologie),
  audiences: someOf(ENUMERATIONS.publics_specifiquement_adresses),
  specialCare: someOf(ENUMERATIONS.prise_en_charge_specifique),
  fees: someOf(ENUMERATIONS.frais_a_charge),
  nationalProgrammes: someOf(ENUMERATIONS.dispositif_programmes_nationaux),
  trainingLabels: someOf(ENUMERATIONS.formations_labels),
  accessModes: someOf(ENUMERATIONS.modalites_acces),
  supportModes: someOf(ENUMERATIONS.modalites_accompagnement),
});

describeWithSharedData('the published data·inclusion v1 schemas', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(sharedPath(`standard/data-inclusion-v1/${name}.json`), 'utf8'));

  test('accept every structure and every service', () => {
    const [structureSchema, serviceSchema] = ['structure', 'service'].map((name) => {
      const json = read(name);
      return { zod: z.fromJSONSchema(json), fields: Object.keys(json.properties) };
    });
    const faults = (schema: typeof structureSchema, record: object) => {
      const parsed = schema!.zod.safeParse(record);
      const unknown = Object.keys(record).filter((key) => !schema!.fields.includes(key));
      return [...unknown, ...(parsed.success ? [] : parsed.error.issues.map(({ message }) => message))];
    };
    fc.assert(
      fc.property(anyPlace, (fields) => {
        const result = toDataInclusion(fictitiousPlace(fields), settings);
        if (!result.ok) return result.refusal.includes('nom');
        const { structure, services } = result.value;
        const all = [
          ...faults(structureSchema, structure),
          ...services.flatMap((s) => faults(serviceSchema, s)),
        ];
        expect(all).toEqual([]);
        return true;
      }),
      { numRuns: 300 },
    );
  });

  test('know every code that we write', () => {
    const codes = (name: string) => read(`extra/${name}`).map(({ value }: { value: string }) => value);
    const networks = [NETWORKS_OF_TYPOLOGY, NETWORKS_OF_PROGRAMME, NETWORKS_OF_LABEL].flatMap((map) =>
      Object.values(map).flat(),
    );
    expect(networks.filter((code) => !codes('reseaux-porteurs').includes(code))).toEqual([]);
    expect(
      Object.values(THEMES)
        .flat()
        .filter((code) => !codes('thematiques').includes(code)),
    ).toEqual([]);
  });
});
