import { expect, test } from 'vitest';
import { MESSAGES } from './messages.ts';

const facts = {
  name: 'ville',
  records: 1,
  accepted: 1,
  rejected: 0,
  repaired: 2,
  refused: 1,
  seconds: '0,1',
};

test('one thing is said in the singular, several in the plural, and none as each language does', () => {
  expect(MESSAGES.fr.done(facts)).toBe(
    'ville : 1 ligne, 1 acceptée, 0 refusée ; 2 valeurs réparées, 1 valeur refusée (0,1 s)',
  );
  expect(MESSAGES.en.done(facts)).toBe(
    'ville: 1 row, 1 accepted, 0 rejected; 2 values repaired, 1 value refused (0,1 s)',
  );
  expect([0, 1, 2].map(MESSAGES.fr.found)).toEqual(['0 lieu', '1 lieu', '2 lieux']);
  expect([0, 1, 2].map(MESSAGES.en.found)).toEqual(['0 places', '1 place', '2 places']);
});
