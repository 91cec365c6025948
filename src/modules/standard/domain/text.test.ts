import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, properCase, shorten } from '../index.ts';

describe('cleaning', () => {
  test.each([
    ['M&eacute;diath&egrave;que&nbsp;&amp; caf&#233;', 'Médiathèque & café'],
    ['l&amp;#039;espace &amp;eacute;t&eacute;', "l'espace été"],
    ['<p>Bonjour</p><p>à tous<br/>ici</p>', 'Bonjour à tous ici'],
    ['bibliothÃ¨que dâ€™Ã‰vreux', 'bibliothèque d’Évreux'],
    ['ouvert Ã  tous', 'ouvert à tous'],
    ['  deux \u00a0 mots\t', 'deux mots'],
  ])('%s reads %s', (dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  test('signs of a sentence are not tags, and right letters are not repaired', () => {
    expect(cleanText('a < b > c, 3 & 4')).toBe('a < b > c, 3 & 4');
    expect(cleanText('Âge, Île, naïf, Ã')).toBe('Âge, Île, naïf, Ã');
  });
});

describe('capitals', () => {
  test.each([
    ['CCAS DE SAINT-ÉTIENNE', 'CCAS de Saint-Étienne'],
    ["RUE DE L'ÎLE D'ABEAU", "Rue de l'Île d'Abeau"],
    ['12 BIS AV DU GÉNÉRAL', '12 bis Av du Général'],
    ['PLACE LOUIS XIV', 'Place Louis XIV'],
    ['MJC', 'MJC'],
    ['EPN DE VAULX-EN-VELIN', 'EPN de Vaulx-en-Velin'],
    ['LE RELAIS', 'Le Relais'],
  ])('%s becomes %s', (loud, calm) => {
    expect(properCase(loud)).toBe(calm);
  });

  test('a name with small letters keeps its own', () => {
    expect(properCase('La MÉDIATHÈQUE')).toBe('La MÉDIATHÈQUE');
  });
});

describe('shortening', () => {
  test('a text is cut at a word and says so', () => {
    expect(shorten('Un lieu ouvert à toutes et tous', 20)).toBe('Un lieu ouvert à…');
  });

  test('a text that fits is kept', () => {
    expect(shorten('court', 5)).toBe('court');
  });
});

const messy = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('&', 'amp;', 'eacute;', '#233;', '<', '>', 'p', 'Ã', '©', ' ', 'â', '€', '™', 'A', 'b'),
    )
    .map((pieces) => pieces.join('')),
);

test('cleaning, capitals and shortening change nothing the second time', () => {
  fc.assert(
    fc.property(messy, fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const clean = cleanText(text);
      const calm = properCase(clean);
      const short = shorten(calm, limit);
      expect(cleanText(clean)).toBe(clean);
      expect(properCase(calm)).toBe(calm);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(shorten(short, limit)).toBe(short);
    }),
  );
});

test('a bomb of nested entities is disarmed quickly', () => {
  const startedAt = performance.now();
  cleanText(`&${'amp;'.repeat(50_000)}`);
  cleanText('<p'.repeat(50_000));
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
