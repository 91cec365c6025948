import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TUESDAY } from '../../../../test/support/catalogue.ts';
import { calendarFile } from './calendar-event.ts';
import { comingOpenings, openingKey } from './coming-openings.ts';

const WEEK = { openingHours: 'Tu 14:00-18:00; Fr 09:00-12:00,14:00-17:00', codeInsee: '69029' };
const keysOf = (fields: typeof WEEK) =>
  comingOpenings(fields, TUESDAY, 3).map((opening) => openingKey(opening, fields));

test('the next openings come after the present one', () => {
  expect(keysOf(WEEK)).toEqual(['2026-11-27T09:00', '2026-11-27T14:00', '2026-12-01T14:00']);
});

test('an opening is named by the clock of the place', () => {
  expect(keysOf({ ...WEEK, codeInsee: '97302' })[0]).toBe('2026-11-24T14:00');
});

test('a place that never closes, says no hours or receives nobody has no next opening', () => {
  expect(comingOpenings({ openingHours: '24/7' }, TUESDAY, 3)).toEqual([]);
  expect(comingOpenings({}, TUESDAY, 3)).toEqual([]);
  const closed = { ...WEEK, accessModes: ["Ce lieu n'accueille pas de public"] };
  expect(comingOpenings(closed, TUESDAY, 3)).toEqual([]);
});

const event = (title: string) =>
  calendarFile({
    uid: 'a@b',
    from: new Date('2026-11-27T08:00:00Z'),
    until: new Date('2026-11-27T11:00:00Z'),
    title,
    where: '12 rue des Essais, Bron',
    note: 'Ligne 1\nLigne 2',
    url: 'https://maillon.example/lieux/a',
    madeAt: TUESDAY,
  });

test('a calendar reads the event in universal time, its punctuation escaped', () => {
  const lines = event('Aide ; vraiment').split('\r\n');
  expect(lines).toContain('DTSTART:20261127T080000Z');
  expect(lines).toContain('SUMMARY:Aide \\; vraiment');
  expect(lines).toContain('LOCATION:12 rue des Essais\\, Bron');
  expect(lines).toContain('DESCRIPTION:Ligne 1\\nLigne 2');
});

test('no line is longer than 75 bytes, and unfolded lines give the title back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const file = event(title);
      const isFolded = file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75);
      const summary = file.replaceAll('\r\n ', '').split('\r\n')[9]!.slice('SUMMARY:'.length);
      const read = summary.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
      return isFolded && read === title.replace(/\r\n|\r/g, '\n');
    }),
  );
});
