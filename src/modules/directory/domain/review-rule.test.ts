import { expect, test } from 'vitest';
import type { PlaceFields } from '../../standard/index.ts';
import type { Unit } from './correction.ts';
import { reasonsToReview } from './review-rule.ts';

const PUBLISHED: PlaceFields = {
  name: 'Espace Mimosa',
  phones: ['+33199001122'],
  emails: ['accueil@mimosa.example'],
  websites: ['https://www.mimosa.example/'],
};

test.each<[string, Unit, PlaceFields]>([
  ['hours of a usual week', 'openingHours', { openingHours: 'Mo-Fr 09:00-18:00' }],
  ['a telephone of France', 'phones', { phones: ['+33465710012'] }],
  ['an address of a domain the place already has', 'emails', { emails: ['bonjour@mimosa.example'] }],
  ['a page of the same site', 'websites', { websites: ['https://mimosa.example/horaires'] }],
  ['no website any more', 'websites', {}],
  ['prices', 'fees', { fees: ['Payant'] }],
  ['« all is right »', 'checked', {}],
])('%s: published at once', (_, unit, value) => {
  expect(reasonsToReview(unit, value, PUBLISHED)).toEqual([]);
});

test.each<[string, { unit: Unit; value: PlaceFields; reason: string }]>([
  ['another name', { unit: 'name', value: { name: 'Espace Lilas' }, reason: 'identity' }],
  ['another address', { unit: 'address', value: { address: '2 rue des Essais' }, reason: 'address' }],
  ['a closing', { unit: 'closing', value: {}, reason: 'closing' }],
  ['day and night', { unit: 'openingHours', value: { openingHours: '24/7' }, reason: 'unusual-hours' }],
  [
    'hours from six to eleven at night',
    { unit: 'openingHours', value: { openingHours: 'Mo-Su 06:00-23:00' }, reason: 'unusual-hours' },
  ],
  ['no hours any more', { unit: 'openingHours', value: {}, reason: 'emptied' }],
  [
    'a number that costs the caller',
    { unit: 'phones', value: { phones: ['+33899700000'] }, reason: 'unusual-phone' },
  ],
  ['a number abroad', { unit: 'phones', value: { phones: ['+442079460000'] }, reason: 'unusual-phone' }],
  ['no telephone any more', { unit: 'phones', value: {}, reason: 'emptied' }],
  [
    'an address at another domain',
    { unit: 'emails', value: { emails: ['mimosa@ailleurs.example'] }, reason: 'other-domain' },
  ],
  [
    'a mailbox that anyone can open',
    { unit: 'emails', value: { emails: ['mimosa@gmail.com'] }, reason: 'other-domain' },
  ],
  [
    'another site',
    { unit: 'websites', value: { websites: ['https://ailleurs.example/'] }, reason: 'other-domain' },
  ],
  [
    'a link among words',
    { unit: 'summary', value: { summary: 'Voyez https://ailleurs.example' }, reason: 'link-in-words' },
  ],
])('%s: a person looks first', (_, { unit, value, reason }) => {
  expect(reasonsToReview(unit, value, PUBLISHED)).toEqual([reason]);
});

test('a mailbox shared by everyone stays, when the place already had it', () => {
  const published = { emails: ['mimosa@gmail.com'] };
  expect(reasonsToReview('emails', { emails: ['mimosa@gmail.com'] }, published)).toEqual([]);
  expect(reasonsToReview('emails', { emails: ['autre@gmail.com'] }, published)).toEqual(['other-domain']);
});
