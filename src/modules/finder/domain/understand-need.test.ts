import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LATER_NEED_SENTENCES } from '../../../../test/support/later-need-sentences.ts';
import { type Meant, NEED_SENTENCES } from '../../../../test/support/need-sentences.ts';
import type { Service } from '../../standard/index.ts';
import { understandNeed } from './understand-need.ts';

const WITHOUT_TILE: Partial<Record<Meant, Service>> = {
  loisirs: 'Loisirs et créations numériques',
  comprendre: 'Compréhension du monde numérique',
};

const isUnderstood = ([meant, sentence]: readonly [Meant, string]): boolean => {
  const { need, services } = understandNeed(sentence);
  const service = WITHOUT_TILE[meant];
  return service ? services.includes(service) : need === meant;
};

// The first run, before any change to the lexicon, understood 204 of the 205 sentences.
test.each([...Object.entries(NEED_SENTENCES), ['as they are heard', LATER_NEED_SENTENCES] as const])(
  'at least 9 of 10 sentences are understood: %s',
  (_, sentences) => {
    const missed = sentences.filter((sentence) => !isUnderstood(sentence));
    expect(missed.length / sentences.length, String(missed)).toBeLessThanOrEqual(0.1);
  },
);

test('accents, capitals, plurals and the order of words change nothing', () => {
  for (const sentence of [
    'déclarer mes impôts',
    'DECLARER MES IMPOTS',
    'mes impots a declarer',
    'declare impot',
  ]) {
    expect(understandNeed(sentence).need, sentence).toBe('demarche');
  }
});

test('the more precise expression decides: a cheap computer is not a lesson', () => {
  expect(understandNeed('ordinateur').need).toBe('apprendre');
  expect(understandNeed('un ordinateur pas cher').need).toBe('materiel');
});

test('the other needs that a sentence may mean are told, the likeliest first', () => {
  const { need, others } = understandNeed('mon fils a un virus sur son téléphone');
  expect([need, ...others]).toEqual(expect.arrayContaining(['enfant', 'proteger']));
});

test('an apostrophe is forgotten in unknown words only: « lent » is not « l’ENT » of schools', () => {
  expect(understandNeed('mon téléphone est lent')).toMatchObject({ need: 'materiel', others: ['apprendre'] });
  expect(understandNeed('carte didentité').need).toBe('demarche');
});

test('where something happened decides less than what happened', () => {
  expect(understandNeed('on m’a volé ma carte bleue sur internet').need).toBe('proteger');
  expect(understandNeed('je me suis fait avoir sur un site').need).toBe('proteger');
  expect(understandNeed('avoir internet').confidence).toBeGreaterThan(understandNeed('internet').confidence);
});

test('a guess by words that say little is less sure than words that decide', () => {
  expect(understandNeed('un papier').confidence).toBeLessThan(understandNeed('carte vitale').confidence);
});

test('whatever is typed, something is answered, and the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const understood = understandNeed(text);
      return (
        understood.confidence >= 0 &&
        understood.confidence <= 1 &&
        (understood.need === 'tout') === (understood.confidence === 0) &&
        JSON.stringify(understandNeed(text)) === JSON.stringify(understood)
      );
    }),
  );
});

test('ten thousand words are read in the time of forty', () => {
  const startedMs = performance.now();
  understandNeed('imprimer un papier '.repeat(10_000));
  expect(performance.now() - startedMs).toBeLessThan(500);
});
