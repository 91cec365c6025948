import { expect, test } from 'vitest';
import { aPlace } from '../../../../test/support/catalogue.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import { monthsBefore, remindersDue } from './reminder.ts';

const since = '2026-05-24' as LocalDate;
const nobody = () => false;
const old = (id: string, email: string, updatedOn = '2026-01-05') =>
  aPlace(id, { emails: [email], updatedOn: updatedOn as LocalDate });

test('six months before the 31st of August is the last day of February', () => {
  expect(monthsBefore(new Date('2026-08-31T10:00:00Z'), 6)).toBe('2026-02-28');
  expect(monthsBefore(new Date('2026-11-24T10:00:00Z'), 6)).toBe('2026-05-24');
});

test('places are reminded whose information is old, at the address they publish', () => {
  const places = [
    old('vieux', 'vieux@lieu.example'),
    old('frais', 'frais@lieu.example', '2026-11-03'),
    aPlace('muet', { updatedOn: '2026-01-05' as LocalDate }),
    old('refus', 'refus@lieu.example'),
    old('rappelé', 'rappel@lieu.example'),
  ];
  const due = remindersDue(places, {
    since,
    reminded: new Set(['rappelé']),
    hasOptedOut: (email) => email.startsWith('refus'),
  });
  expect(due.map(({ email }) => email)).toEqual(['vieux@lieu.example']);
});

test('who answers for many places gets one letter, with the oldest first, and no more than ten of them', () => {
  const places = Array.from({ length: 12 }, (_, rank) =>
    old(`lieu-${rank}`, 'reseau@lieu.example', `2026-01-${String(28 - rank).padStart(2, '0')}`),
  );
  const due = remindersDue(places, { since, reminded: new Set(), hasOptedOut: nobody });
  expect(due).toHaveLength(1);
  expect(due[0]!.places).toHaveLength(10);
  expect(due[0]!.places[0]!.id).toBe('lieu-11');
});
