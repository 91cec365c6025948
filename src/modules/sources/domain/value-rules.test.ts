import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitItems } from './value-items.ts';
import { compileRule, foldCell } from './value-rules.ts';

const fires = (text: string, terms: string[], except: string[] = []): boolean =>
  compileRule({ columns: ['c'], terms, except, value: 'v' }).fires(foldCell(text));

describe('a rule', () => {
  test('fires on a text inside a cell, whatever its accents and capitals', () => {
    expect(fires('Accès à un PC, DÉMARCHES administratives', ['démarches'])).toBe(true);
  });

  test('with a term of three letters wants a word of its own', () => {
    expect(fires('CAF du Rhône', ['caf'])).toBe(true);
    expect(fires('Café associatif', ['caf'])).toBe(false);
    expect(fires('Oui', ['oui'])).toBe(true);
    expect(fires('Louise', ['oui'])).toBe(false);
  });

  test('is prevented by an exception in the same item, not by one in another', () => {
    expect(fires('Gratuit sous condition', ['gratuit'], ['sous condition'])).toBe(false);
    expect(fires('Gratuit|Gratuit sous condition', ['gratuit'], ['sous condition'])).toBe(true);
  });

  test('is prevented anywhere in a sentence', () => {
    const sentence = `Ouvert à toutes les personnes du quartier et des environs, gratuit toute l’année ; ${'avec une aide '.repeat(10)}à condition d’adhérer`;
    expect(fires(sentence, ['gratuit'], ["condition d'adhérer"])).toBe(false);
  });

  test('may look for a text that holds a separator', () => {
    expect(fires('sur place, par téléphone', ['sur place, par téléphone'])).toBe(true);
  });

  test('mentions what it excepts', () => {
    const rule = compileRule({ columns: ['c'], terms: [], except: ['à préciser'], value: 'v' });
    expect(rule.mentions(foldCell('À préciser'))).toBe(true);
    expect(rule.fires(foldCell('À préciser'))).toBe(false);
  });

  test('never fails, whatever its terms hold', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string({ maxLength: 4 }), { minLength: 1 }),
        (text, terms) => typeof fires(text, terms) === 'boolean',
      ),
    );
  });
});

describe('the items of a cell', () => {
  test.each([
    ['a|b;c\nd', ['a', 'b', 'c', 'd']],
    [
      'Langues étrangères (anglais, italien), Illettrisme',
      ['Langues étrangères (anglais, italien)', 'Illettrisme'],
    ],
    ['Familles et/ou enfants', ['Familles et/ou enfants']],
    ['Imprimante / Ordinateur', ['Imprimante', 'Ordinateur']],
    ['{Médiathèque,"Point info"}', ['Médiathèque', 'Point info']],
    [' ; ', []],
  ])('of %j are %j', (text, items) => {
    expect(splitItems(text)).toEqual(items);
  });
});
