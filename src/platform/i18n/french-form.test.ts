import { expect, test } from 'vitest';
import {
  formatDate,
  formatDistance,
  formatEuros,
  formatInstant,
  formatNumber,
  nb,
  unbroken,
} from './french-form.ts';
import { PUBLIC_LANGUAGES, type PublicLang } from './public-languages.ts';

const shown = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u2060', '|');

test('punctuation, hours and distances never begin a line', () => {
  expect(shown(nb('Ouvert à 9 h : « oui » ?'))).toBe('Ouvert à 9_h_: «_oui_»_?');
  expect(shown(nb('à 450 m, 20 min'))).toBe('à 450_m, 20_min');
});

test('the name of a commune stays on one line, a lone dash does not hold its words together', () => {
  expect(shown(unbroken('Vaulx-en-Velin'))).toBe('Vaulx-|en-|Velin');
  expect(shown(unbroken('Lyon - Bron'))).toBe('Lyon - Bron');
});

test('dates and numbers have their French form', () => {
  expect(shown(formatDate('2026-11-03', 'fr'))).toBe('3 novembre 2026');
  expect(shown(formatDate('2026-10-01', 'fr'))).toBe('1er octobre 2026');
  expect(shown(formatNumber(13_698.25, 'fr'))).toBe('13_698,3');
  expect(shown(formatInstant(new Date('2026-11-24T13:10:00Z'), 'fr'))).toBe('24 novembre 2026 à 14_h_10');
});

test('euros are written from cents, without cents that are none', () => {
  expect([formatEuros(123_456n, 'fr'), formatEuros(1500n, 'fr'), formatEuros(5n, 'en')]).toEqual([
    '1\u00a0234,56\u00a0€',
    '15\u00a0€',
    '€0.05',
  ]);
});

test('distances are round, in metres then in kilometres', () => {
  expect([3, 447, 996, 1240, 23_400].map((metres) => shown(formatDistance(metres, 'fr')))).toEqual([
    '10_m',
    '450_m',
    '1_km',
    '1,2_km',
    '23_km',
  ]);
});

test('each language writes dates, hours and distances in its own way, with Latin digits', () => {
  const instant = new Date('2026-11-24T13:10:00Z');
  const said = (lang: PublicLang) =>
    shown(`${formatInstant(instant, lang)} · ${formatDistance(1240, lang)}`).replaceAll('_', ' ');
  expect(PUBLIC_LANGUAGES.map(said)).toEqual([
    '24 novembre 2026 à 14 h 10 · 1,2 km',
    '24 novembre 2026 à 14 h 10 · 1,2 kilomètres',
    '24 November 2026 at 14:10 · 1.2 km',
    '24 نوفمبر 2026، الساعة 14:10 · 1.2 كم',
    '24 листопада 2026 року, 14:10 · 1,2 км',
    '24 de noviembre de 2026, 14:10 · 1,2 km',
  ]);
});

test('quotation marks of other languages receive no French space', () => {
  expect(nb('«Maillon»')).toBe('«Maillon»');
});
