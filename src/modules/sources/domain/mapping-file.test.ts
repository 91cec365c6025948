import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeWithSharedData, sharedPath } from '../../../../test/support/shared-data.ts';
import { STANDARD_FIELDS } from '../../standard/index.ts';
import type { Mapping } from './mapping.ts';
import { type MappingFileRefusal, parseMappingFile, serialiseMapping } from './mapping-file.ts';

function mappingOf(json: unknown): Mapping {
  const parsed = parseMappingFile(JSON.stringify(json));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

function refusalOf(text: string): MappingFileRefusal {
  const parsed = parseMappingFile(text);
  if (parsed.ok) throw new Error('The mapping was accepted.');
  return parsed.refusal;
}

describe('a mapping file in our own form', () => {
  test('comes back as it was written', () => {
    const mapping: Mapping = {
      fields: {
        nom: { columns: ['Structure'], confidence: 1 },
        adresse: {
          columns: ['voie', 'n°'],
          confidence: 0.8,
          transform: { kind: 'join', order: ['n°', 'voie'], separator: ' ' },
        },
        horaires: { columns: ['lun'], confidence: 1, transform: { kind: 'weekdays', days: { Mo: ['lun'] } } },
      },
      values: {
        frais_a_charge: [{ columns: ['tarif'], terms: ['gratuit'], except: ['condition'], value: 'Gratuit' }],
      },
      unmapped: ['notes'],
    };
    expect(parseMappingFile(serialiseMapping(mapping))).toEqual({ ok: true, value: mapping });
  });

  test('may be what « mapping propose » printed, and a confidence left out means sure', () => {
    const mapping = mappingOf({
      format: 'csv',
      records: 12,
      fields: { nom: { columns: ['Lieu'] } },
      values: {},
      unmapped: [],
    });
    expect(mapping.fields.nom).toEqual({ columns: ['Lieu'], confidence: 1 });
  });

  test.each([
    [{ fields: { nomm: { columns: ['a'] } } }, { kind: 'unknown-key', key: 'fields.nomm' }],
    [
      { fields: { nom: { columns: ['a'], colonnes: [] } } },
      { kind: 'unknown-key', key: 'fields.nom.colonnes' },
    ],
    [{ fields: { nom: { columns: 'a' } } }, { kind: 'wrong-value', key: 'fields.nom.columns' }],
    [
      { fields: {}, values: { services: [{ columns: ['a'] }] } },
      { kind: 'wrong-value', key: 'values.services.0.value' },
    ],
    [[], { kind: 'wrong-value', key: '' }],
  ])('names the wrong key of %j', (json, refusal) => {
    expect(refusalOf(JSON.stringify(json))).toMatchObject(refusal);
  });

  test('that is not JSON is refused, with what the reader saw', () => {
    expect(refusalOf('{"fields": ').kind).toBe('not-json');
  });

  test('is refused or read, never a failure', () => {
    fc.assert(fc.property(fc.json(), (text) => typeof parseMappingFile(text).ok === 'boolean'));
    fc.assert(fc.property(fc.string(), (text) => typeof parseMappingFile(text).ok === 'boolean'));
  });
});

describe('a mapping file in the form of the reference mappings', () => {
  test('gives columns, old names of fields included', () => {
    const { fields } = mappingOf({
      nom: { colonne: 'Lieu' },
      voie: { colonne: 'Rue' },
      courriel: { colonne: 'Mél' },
      pivot: { colonne: '' },
    });
    expect(fields).toEqual({
      nom: { columns: ['Lieu'], confidence: 1 },
      adresse: { columns: ['Rue'], confidence: 1 },
      courriels: { columns: ['Mél'], confidence: 1 },
    });
  });

  test('joins columns, gathers days, and takes parts of a shared column', () => {
    const { fields } = mappingOf({
      adresse: { joindre: { colonnes: ['N°', 'Voie'], séparateur: ' ' } },
      horaires: {
        jours: [
          { colonne: 'matin', osm: 'Mo' },
          { colonne: 'soir', osm: 'Mo' },
        ],
      },
      latitude: { colonne: 'point' },
      longitude: { colonne: 'point' },
    });
    expect(fields.adresse?.transform).toEqual({ kind: 'join', order: ['N°', 'Voie'], separator: ' ' });
    expect(fields.horaires?.transform).toEqual({ kind: 'weekdays', days: { Mo: ['matin', 'soir'] } });
    expect(fields.longitude?.transform).toEqual({ kind: 'part', part: 'longitude' });
  });

  test('takes the postal code out of the address when both name one column', () => {
    const { fields } = mappingOf({ adresse: { colonne: 'Adresse' }, code_postal: { colonne: 'Adresse' } });
    expect(fields.adresse?.transform).toEqual({ kind: 'part', part: 'street' });
    expect(fields.code_postal?.transform).toEqual({ kind: 'part', part: 'postal-code' });
  });

  test('gives rules, whose target without columns holds for the whole source', () => {
    const { values } = mappingOf({
      frais_a_charge: [{ cible: 'Gratuit' }],
      services: [
        {
          colonnes: ['Offre'],
          termes: ['wifi'],
          sauf: ['payant'],
          cible: 'Accès internet et matériel informatique',
        },
      ],
    });
    expect(values.frais_a_charge).toEqual([{ columns: [], value: 'Gratuit' }]);
    expect(values.services).toEqual([
      {
        columns: ['Offre'],
        terms: ['wifi'],
        except: ['payant'],
        value: 'Accès internet et matériel informatique',
      },
    ]);
  });

  test('reads the targets of version 0, and leaves those without a counterpart', () => {
    const { values } = mappingOf({
      conditionAcces: [
        {
          colonnes: ['Tarifs'],
          termes: ['gratuit'],
          cible: 'Gratuit : Je peux accéder gratuitement au lieu et à ses services',
        },
      ],
      publics_accueillis: [
        { colonnes: ['Publics'], termes: ['surdité'], cible: 'Surdité' },
        { colonnes: ['Publics'], cible: 'Adultes' },
      ],
    });
    expect(values.frais_a_charge?.map(({ value }) => value)).toEqual(['Gratuit']);
    expect(values.prise_en_charge_specifique?.map(({ value }) => value)).toEqual(['Surdité']);
    expect(values.publics_specifiquement_adresses).toBeUndefined();
  });

  test.each([
    [{ nom: { colone: 'Lieu' } }, { kind: 'unknown-key', key: 'nom.colone' }],
    [{ noms: { colonne: 'Lieu' } }, { kind: 'unknown-key', key: 'noms' }],
    [
      { frais_a_charge: [{ cible: 'Troc' }] },
      { kind: 'unknown-target', key: 'frais_a_charge.0.cible', value: 'Troc' },
    ],
    [
      { horaires: { jours: [{ colonne: 'x', osm: 'Lu' }] } },
      { kind: 'wrong-value', key: 'horaires.jours.0.osm' },
    ],
  ])('names the wrong key of %j', (json, refusal) => {
    expect(refusalOf(JSON.stringify(json))).toMatchObject(refusal);
  });
});

describeWithSharedData('the reference mappings of the real sources', () => {
  const places = sharedPath('places');
  const files = existsSync(places)
    ? readdirSync(places)
        .map((source) => `${places}/${source}/reference-mapping.json`)
        .filter((path) => existsSync(path))
    : [];

  test.each(files)('%s is accepted, with each of its columns', (path) => {
    const reference = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { colonne?: string }>;
    const mapping = mappingOf(reference);
    const said = STANDARD_FIELDS.flatMap((field) => reference[field]?.colonne || []);
    const kept = STANDARD_FIELDS.flatMap((field) => mapping.fields[field]?.columns ?? []);
    expect(said.filter((column) => !kept.includes(column))).toEqual([]);
    expect(mapping.fields.nom?.columns).toEqual([reference.nom?.colonne]);
  });
});
