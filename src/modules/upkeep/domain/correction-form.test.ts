import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { PlaceFields } from '../../standard/index.ts';
import { type CorrectionForm, formOf, readForm } from './correction-form.ts';

const TODAY = '2026-11-24' as LocalDate;
const PUBLISHED: PlaceFields = {
  name: 'Espace Mimosa',
  address: '1 rue des Essais',
  commune: 'Bron',
  postalCode: '69500',
  codeInsee: '69029',
  phones: ['+33199001122'],
  emails: ['accueil@mimosa.example'],
  websites: ['https://mimosa.example/'],
  openingHours: 'Mo-Fr 09:00-12:00,14:00-17:00; PH off',
  services: ['Aide aux démarches administratives'],
  fees: ['Gratuit'],
  summary: 'Un lieu fictif.',
};
const read = (changes: Partial<CorrectionForm>, published = PUBLISHED) =>
  readForm({ ...formOf(published), ...changes }, published, TODAY);

describe('the form of a place', () => {
  test('sent untouched, it says only that everything was looked at', () => {
    expect(read({})).toEqual({ ok: true, value: { checked: { updatedOn: TODAY } } });
  });

  test('says only what differs: the rest keeps its own source', () => {
    const days = { ...formOf(PUBLISHED).days, We: '', Sa: '10h à 12h30' };
    expect(read({ phones: '04 65 71 00 12', days })).toMatchObject({
      ok: true,
      value: {
        phones: { phones: ['+33465710012'] },
        openingHours: {
          openingHours: 'Mo,Tu,Th,Fr 09:00-12:00,14:00-17:00; Sa 10:00-12:30',
        },
      },
    });
  });

  test('an emptied field has no value any more; an emptied name is a slip', () => {
    expect(read({ phones: '', summary: '' })).toMatchObject({ value: { phones: {}, summary: {} } });
    expect(read({ name: ' ' })).toEqual({ ok: false, refusal: { name: 'empty' } });
  });

  test('a street is said with its town', () => {
    expect(read({ address: '2 rue des Essais' })).toMatchObject({
      value: { address: { address: '2 rue des Essais', commune: 'Bron', codeInsee: '69029' } },
    });
  });

  test('hours that change from week to week stay while the form is left empty', () => {
    const published = { ...PUBLISHED, openingHours: 'We[1] 14:00-17:00' };
    expect(read({}, published)).toEqual({ ok: true, value: { checked: { updatedOn: TODAY } } });
  });

  test('what cannot be read is said where it stands', () => {
    const days = { ...formOf(PUBLISHED).days, Mo: 'quand on peut' };
    expect(read({ days, phones: '12 34', emails: 'accueil@', summary: 'x'.repeat(281) })).toEqual({
      ok: false,
      refusal: {
        'day-Mo': 'unreadable',
        phones: 'unreadable',
        emails: 'unreadable',
        summary: 'too-long',
      },
    });
  });

  test('a place that closed is not said to be right', () => {
    expect(read({ isClosed: true })).toEqual({ ok: true, value: { closing: {} } });
  });
});
