import { expect, test } from 'vitest';
import { flattenRecord, isShallow } from './flatten.ts';
import { geometryCentre } from './geometry.ts';

test('nested keys are written with dots, scalars as texts', () => {
  expect(
    flattenRecord({ nom: 'A', lieu: { commune: { nom: 'Ville', code: 69003 } }, ouvert: true, vide: null }),
  ).toEqual({
    nom: 'A',
    'lieu.commune.nom': 'Ville',
    'lieu.commune.code': '69003',
    ouvert: 'true',
    vide: '',
  });
});

test('lists are joined with bars, each item once', () => {
  expect(flattenRecord({ services: ['a', 'b', 'a', null, 'ab'], aucun: [] })).toEqual({
    services: 'a|b|ab',
    aucun: '',
  });
});

test('objects of a list give one column per key', () => {
  const record = { contacts: [{ nom: 'Lea', tel: '1' }, { nom: 'Ana' }, { tel: '2' }] };
  expect(flattenRecord(record)).toEqual({ 'contacts.nom': 'Lea|Ana', 'contacts.tel': '1|2' });
});

test('two keys that flatten to the same name lose nothing', () => {
  expect(flattenRecord({ 'a.b': 'x', a: { b: 'y' } })).toEqual({ 'a.b': 'x|y' });
});

test('names that objects have by birth are ordinary columns', () => {
  const record = JSON.parse('{"constructor":"x","toString":"y","__proto__":"z"}');
  expect({ ...flattenRecord(record) }).toEqual({ constructor: 'x', toString: 'y', _proto_: 'z' });
});

test('a point gives its longitude and its latitude, wherever it stands', () => {
  const point = { type: 'Point', coordinates: [4.85, 45.75] };
  expect(
    flattenRecord({ type: 'Feature', geometry: point, properties: { nom: 'A', type: 'mairie' } }),
  ).toEqual({
    'geometry.lon': '4.85',
    'geometry.lat': '45.75',
    'properties.nom': 'A',
    'properties.type': 'mairie',
  });
  expect(flattenRecord({ fields: { position: point } })).toEqual({
    'fields.position.lon': '4.85',
    'fields.position.lat': '45.75',
  });
});

test('a larger shape gives the centre of its bounding box', () => {
  expect(
    geometryCentre([
      [
        [0, 10],
        [4, 10],
        [4, 20],
        [0, 20],
        [0, 10],
      ],
    ]),
  ).toEqual({ longitude: 2, latitude: 15 });
  expect(geometryCentre([])).toBeNull();
  expect(geometryCentre(['4.85', '45.75'])).toBeNull();
});

test('a list of a hundred thousand items is flattened at once', () => {
  const items = Array.from({ length: 100_000 }, (_, index) => `item ${index}`);
  expect(flattenRecord({ items }).items!.split('|').length).toBe(100_000);
});

test('a record nested past all sense is seen before it is walked', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
  expect(isShallow(deep)).toBe(false);
  expect(isShallow({ a: [{ b: [[1]] }] })).toBe(true);
});
