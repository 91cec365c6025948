import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { PlaceFields } from '../../standard/index.ts';
import { type Correction, fieldsOfUnit, type Unit } from './correction.ts';
import { corrected, fateOf, type SourceSide } from './overlay.ts';
import { type SourceRecord, surviving } from './survivorship.ts';

const SAID_AT = new Date('2026-06-15T10:00:00Z');

const aRecord = (fields: PlaceFields, more: Partial<SourceRecord> = {}): SourceRecord => ({
  source: 'ville',
  recordKey: '1',
  fields: { name: 'Espace Mimosa', ...fields },
  missingSince: null,
  seenAt: new Date('2026-01-05T08:00:00Z'),
  ...more,
});
const sideOf = (...records: SourceRecord[]): SourceSide => ({ ...surviving(records), records });

const aCorrection = (
  [unit, value]: readonly [Unit, PlaceFields],
  source: SourceSide,
  more: Partial<Correction> = {},
): Correction => ({
  id: 1,
  gesture: 'g1',
  placeId: 'mimosa',
  unit,
  value,
  basis: fieldsOfUnit(unit, source.fields),
  saidBy: 'place-manager',
  link: 'l1',
  author: null,
  reasons: [],
  at: SAID_AT,
  state: 'published',
  ruling: null,
  ...more,
});

const day = (text: string) => text as LocalDate;
const OLD = { phones: ['+33199001122'], updatedOn: day('2026-01-05') };
const NEW = { phones: ['+33199001199'] };

describe('what someone says of a place', () => {
  const before = sideOf(aRecord(OLD));
  const correction = aCorrection(['phones', NEW], before);

  test('is shown in place of what sources say, with who said it and when', () => {
    const { fields, provenance } = corrected(before, [correction]);
    expect(fields).toEqual({ ...before.fields, ...NEW });
    expect(provenance.phones).toEqual([
      {
        source: 'responsable du lieu',
        recordKey: 'correction:1',
        date: '2026-06-15',
        saidBy: 'place-manager',
      },
    ]);
    expect(provenance.name).toEqual(before.provenance.name);
  });

  test('may be that there is no telephone any more', () => {
    const { fields, provenance } = corrected(before, [aCorrection(['phones', {}], before)]);
    expect(fields.phones).toBeUndefined();
    expect(provenance.phones).toBeUndefined();
  });

  const OTHER = ['+33199001100'];
  test.each<[string, SourceRecord, string, string[]]>([
    ['says the same as before', aRecord(OLD), 'holds', NEW.phones],
    ['comes to say the same', aRecord({ ...NEW, updatedOn: day('2026-09-01') }), 'agrees', NEW.phones],
    [
      'says something else, dated before',
      aRecord({ phones: OTHER, updatedOn: day('2026-03-01') }),
      'contested',
      NEW.phones,
    ],
    [
      'says something else, dated after',
      aRecord({ phones: OTHER, updatedOn: day('2026-09-01') }),
      'overtaken',
      OTHER,
    ],
    ['is undated, and said something else before', aRecord({ phones: OTHER }), 'contested', NEW.phones],
    [
      'is undated, and says something else since',
      aRecord({ phones: OTHER }, { seenAt: new Date('2026-09-01') }),
      'overtaken',
      OTHER,
    ],
  ])('when the source %s', (...[, record, fate, shown]) => {
    const after = sideOf(record);
    expect(fateOf(correction, after)).toBe(fate);
    expect(corrected(after, [correction]).fields.phones).toEqual(shown);
  });

  test('counts only once published, and the last one said wins', () => {
    const waiting = aCorrection(['phones', NEW], before, { id: 2, state: 'waiting' });
    expect(corrected(before, [waiting])).toEqual({ fields: before.fields, provenance: before.provenance });
    const later = aCorrection(['phones', { phones: ['+33199001177'] }], before, { id: 3 });
    expect(corrected(before, [later, correction]).fields.phones).toEqual(['+33199001177']);
  });

  test('« all is right » moves the date of the information, until a source gives a later one', () => {
    const checked = aCorrection(['checked', { updatedOn: day('2026-06-15') }], before);
    expect(corrected(before, [checked]).fields.updatedOn).toBe('2026-06-15');
    const later = sideOf(aRecord({ ...OLD, updatedOn: day('2026-07-01') }));
    expect(corrected(later, [checked]).fields.updatedOn).toBe('2026-07-01');
  });
});

const anyPhone = fc.constantFrom('+33199001101', '+33199001102', '+33199001103');
const anyFields = fc.record(
  {
    phones: fc.tuple(anyPhone),
    openingHours: fc.constantFrom('Mo 09:00-12:00', 'Tu 14:00-17:00'),
    services: fc.uniqueArray(
      fc.constantFrom('Aide aux démarches administratives', 'Accès internet et matériel informatique'),
      { minLength: 1 },
    ),
    updatedOn: fc.constantFrom(...['2026-01-05', '2026-03-01', '2026-06-15'].map(day)),
  },
  { requiredKeys: [] },
);
const anyRecord = fc
  .record({ source: fc.constantFrom('ville', 'carto'), fields: anyFields })
  .map(({ source, fields }) => aRecord(fields as PlaceFields, { source }));
const anyRecords = fc.uniqueArray(anyRecord, { minLength: 1, selector: ({ source }) => source });
const anySaid = fc.record({
  unit: fc.constantFrom<Unit>('phones', 'openingHours', 'services'),
  fields: anyFields,
});
const contentOf = (side: Parameters<typeof corrected>[0], corrections: readonly Correction[]) =>
  canonicalJson(corrected(side, corrections));

describe('corrections and imports', () => {
  test('commute: an import that says nothing later leaves the same place, before or after the correction', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, anySaid, (first, second, { unit, fields }) => {
        const value = fieldsOfUnit(unit, fields as PlaceFields);
        const [before, after] = [sideOf(...first), sideOf(...second)];
        const saidFirst = aCorrection([unit, value], before);
        const saidLast = aCorrection([unit, value], after);
        // A source that already agreed gave the value itself: what it says later is its own affair.
        fc.pre(canonicalJson(saidFirst.basis) !== canonicalJson(value));
        return contentOf(after, [saidFirst]) === contentOf(after, [saidLast]);
      }),
    );
  });

  test('importing the same again changes nothing, and a correction taken back leaves no trace', () => {
    fc.assert(
      fc.property(anyRecords, anySaid, (records, { unit, fields }) => {
        const side = sideOf(...records);
        const said = aCorrection([unit, fieldsOfUnit(unit, fields as PlaceFields)], side);
        const again = sideOf(...records.map((record) => ({ ...record })).reverse());
        const withdrawn: Correction = { ...said, state: 'withdrawn' };
        return (
          contentOf(side, [said]) === contentOf(again, [said]) &&
          contentOf(side, [withdrawn]) === canonicalJson({ fields: side.fields, provenance: side.provenance })
        );
      }),
    );
  });

  test('every field shown has an origin, whatever was said', () => {
    fc.assert(
      fc.property(anyRecords, fc.array(anySaid, { maxLength: 4 }), (records, said) => {
        const side = sideOf(...records);
        const corrections = said.map(({ unit, fields }, id) =>
          aCorrection([unit, fieldsOfUnit(unit, fields as PlaceFields)], side, { id }),
        );
        const { fields, provenance } = corrected(side, corrections);
        return Object.keys(fields).every((key) => key in provenance);
      }),
    );
  });
});
