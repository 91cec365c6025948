import { expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/i18n/messages.ts';
import { reasonWords, SEPA_MESSAGES } from './sepa-messages.ts';

test('P7 a code of the bank is told in words, with what to do', () => {
  expect(reasonWords('AC04', 'fr')).toEqual({
    what: 'Le compte de la structure est fermé.',
    next: 'Demandez un nouveau RIB à la structure.',
  });
  expect(reasonWords('BE01', 'en').next).toContain('exactly as it is written');
});

test('P7 a code that is not in the table, or none, still says what to do', () => {
  expect(reasonWords('ZZ99', 'fr').what).toBe('La banque donne le code « ZZ99 ».');
  expect(reasonWords('constructor', 'en').what).toBe('The bank gives the code “constructor”.');
  for (const lang of LANGUAGES)
    expect(reasonWords(undefined, lang)).toEqual({
      what: SEPA_MESSAGES[lang].noReason,
      next: SEPA_MESSAGES[lang].askBank,
    });
});

test('each reason has words of its own in its language, so that two codes are never taken for one', () => {
  for (const lang of LANGUAGES) {
    const told = Object.values(SEPA_MESSAGES[lang].reason).map(({ what }) => what);
    expect(new Set(told).size).toBe(told.length);
  }
  const french = new Set<string>(Object.values(SEPA_MESSAGES.fr.reason).map(({ what }) => what));
  expect(Object.values(SEPA_MESSAGES.en.reason).filter(({ what }) => french.has(what))).toEqual([]);
});
