import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adviceOn,
  agreed,
  type ColumnUse,
  changeColumnUse,
  columnUse,
  OFFERED_USES,
  parseUse,
  useCode,
} from './column-use.ts';
import type { Mapping } from './mapping.ts';

const mapping = (facts: Partial<Mapping> = {}): Mapping => ({
  fields: {},
  values: {},
  unmapped: [],
  ...facts,
});

const read = (columns: string[], confidence = 0.9) => ({ columns, confidence });

describe('the use of a column', () => {
  test('is said by a code that reads back as the same use', () => {
    for (const use of [...OFFERED_USES, { fields: [] }])
      expect(useCode(parseUse(useCode(use))!)).toBe(useCode(use));
    expect(parseUse('nulle_part')).toBeNull();
  });

  test('once changed, is the one that was chosen', () => {
    const uses = fc.constantFrom<ColumnUse>(...OFFERED_USES, { fields: [] });
    fc.assert(
      fc.property(uses, uses, (first, second) => {
        const once = changeColumnUse(mapping({ unmapped: ['a'] }), 'a', first);
        const twice = changeColumnUse(once, 'a', second);
        return useCode(columnUse(twice, 'a')) === useCode(second);
      }),
    );
  });

  test('of one column takes nothing from a column of other fields', () => {
    const uses = fc.constantFrom<ColumnUse>(...OFFERED_USES, { fields: [] });
    fc.assert(
      fc.property(uses, uses, (mine, theirs) => {
        const before = changeColumnUse(mapping(), 'b', theirs);
        const after = changeColumnUse(before, 'a', mine);
        const kept = columnUse(after, 'b').fields;
        const isShared = mine.fields.some((field) => theirs.fields.includes(field));
        return isShared || theirs.fields.every((field) => kept.includes(field));
      }),
    );
  });

  test('ended, leaves the column aside and its rules with it', () => {
    const before = mapping({
      fields: { services: read(['aides']) },
      values: { services: [{ columns: ['aides', 'autres'], terms: ['wifi'], value: 'X' }] },
    });
    expect(changeColumnUse(before, 'aides', { fields: [] })).toEqual({
      fields: {},
      values: { services: [{ columns: ['autres'], terms: ['wifi'], value: 'X' }] },
      unmapped: ['aides'],
    });
  });
});

describe('choosing a field that another column gives', () => {
  test('reads the chosen column first, the other where it is empty', () => {
    const changed = changeColumnUse(mapping({ fields: { nom: read(['titre']) } }), 'enseigne', {
      fields: ['nom'],
    });
    expect(changed.fields.nom).toMatchObject({ columns: ['enseigne', 'titre'], confidence: 1 });
  });

  test('joins the parts of an address', () => {
    const changed = changeColumnUse(mapping({ fields: { adresse: read(['numero']) } }), 'rue', {
      fields: ['adresse'],
    });
    expect(changed.fields.adresse?.transform).toEqual({
      kind: 'join',
      order: ['numero', 'rue'],
      separator: ' ',
    });
  });

  test('adds to a list', () => {
    const changed = changeColumnUse(mapping({ fields: { telephone: read(['fixe']) } }), 'mobile', {
      fields: ['telephone'],
    });
    expect(changed.fields.telephone?.columns).toEqual(['fixe', 'mobile']);
  });

  test('a day of the week joins the other days', () => {
    const monday = changeColumnUse(mapping(), 'lundi', { fields: ['horaires'], day: 'Mo' });
    const both = changeColumnUse(monday, 'mardi', { fields: ['horaires'], day: 'Tu' });
    expect(both.fields.horaires?.transform).toEqual({
      kind: 'weekdays',
      days: { Mo: ['lundi'], Tu: ['mardi'] },
    });
    expect(columnUse(both, 'mardi')).toEqual({ fields: ['horaires'], day: 'Tu' });
  });

  test('a column that holds several things fills only what no other column gives', () => {
    const before = mapping({ fields: { commune: read(['ville']) } });
    const { fields } = changeColumnUse(before, 'adresse complète', {
      fields: ['adresse', 'code_postal', 'commune'],
    });
    expect(fields.adresse?.transform).toEqual({ kind: 'part', part: 'street' });
    expect(fields.code_postal?.transform).toEqual({ kind: 'part', part: 'postal-code' });
    expect(fields.commune?.columns).toEqual(['ville']);
  });

  test('coordinates in metres need both their columns: one chosen by hand ends the pair', () => {
    const lambert = {
      columns: ['x', 'y'],
      confidence: 0.9,
      transform: { kind: 'lambert-93', x: 'x', y: 'y' },
    } as const;
    const before = mapping({
      fields: {
        latitude: { ...lambert, columns: [...lambert.columns] },
        longitude: { ...lambert, columns: [...lambert.columns] },
      },
    });
    const { fields } = changeColumnUse(before, 'lat', { fields: ['latitude'] });
    expect(fields.latitude).toEqual({ columns: ['lat'], confidence: 1 });
    expect(fields.longitude).toBeUndefined();
  });
});

describe('what a person is told of a column', () => {
  const proposed = mapping({
    fields: { nom: read(['nom'], 0.95), telephone: read(['tel'], 0.5) },
    values: { frais_a_charge: [{ columns: ['gratuit'], terms: ['oui'], value: 'Gratuit' }] },
  });

  test('a confident proposal is sure, another is to check, a column nobody uses is left', () => {
    expect(adviceOn(proposed, 'nom', false)).toBe('sure');
    expect(adviceOn(proposed, 'tel', false)).toBe('check');
    expect(adviceOn(proposed, 'note', false)).toBe('left');
  });

  test('a column recognised by its name alone is to check until a person agreed', () => {
    expect(adviceOn(proposed, 'gratuit', false)).toBe('check');
    expect(adviceOn(agreed(proposed), 'gratuit', true)).toBe('sure');
    expect(adviceOn(agreed(proposed), 'tel', true)).toBe('sure');
  });
});
