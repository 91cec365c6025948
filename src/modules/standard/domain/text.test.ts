import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, properAddress, properCase, shorten } from '../index.ts';

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
    ['CENTRE COMMUNAL D ACTION SOCIALE', "Centre Communal d'Action Sociale"],
    ['Communauté D Agglomération', "Communauté d'Agglomération"],
    ['L ENTRAIDE', "L'Entraide"],
    ['Bâtiment D Accueil', 'Bâtiment D Accueil'],
    ['FAITS DE CŒUR’S', 'Faits de Cœur’s'],
    ['Faits de Cœur’S', 'Faits de Cœur’s'],
    ['MEDIATHEQUE DU CHATEAU', 'Médiathèque du Château'],
    ['RUE DU CURE', 'Rue du Cure'],
  ])('%s becomes %s', (loud, calm) => {
    expect(properCase(loud)).toBe(calm);
  });

  test('a name with small letters keeps its own', () => {
    expect(properCase('La MÉDIATHÈQUE')).toBe('La MÉDIATHÈQUE');
  });
});

describe('an address in capitals', () => {
  test.each([
    ['PL DE L HOTEL DE VILLE', "Place de l'Hôtel de Ville"],
    ['6 AV DU GAL DE GAULLE', '6 Avenue du Général de Gaulle'],
    ['12 BIS R VICTOR HUGO', '12 bis Rue Victor Hugo'],
    ['R DE LA GARE', 'Rue de la Gare'],
    ['RPT DE L EUROPE', "Rond-Point de l'Europe"],
  ])('%s gets its words and its small letters back: %s', (loud, calm) => {
    expect(properAddress(loud)).toBe(calm);
  });

  test.each([
    ['12 D AVENUE FOCH', '12 D Avenue Foch'],
    ['ZA LES MOULINS', 'ZA les Moulins'],
    ['LOT 12', 'Lot 12'],
    ['R HENRI', 'R Henri'],
    ['1 RUE DU COL', '1 Rue du Col'],
  ])('%s keeps letters that may be something else: %s', (loud, calm) => {
    expect(properAddress(loud)).toBe(calm);
  });

  test('an address with small letters keeps its own abbreviations', () => {
    expect(properAddress('12 pl. de la Mairie')).toBe('12 pl. de la Mairie');
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
