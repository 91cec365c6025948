import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEED_SENTENCES } from '../../../../test/support/need-sentences.ts';
import { FILTER_LEXICON, type SpokenFilter } from './filter-lexicon.ts';
import { spokenWords } from './spoken-words.ts';
import { understandFilters } from './understand-filters.ts';

const read = (text: string) => [...understandFilters(text).filters].sort();

/** Every expression of the lexicon, with its filter. */
const EXPRESSIONS = Object.entries(FILTER_LEXICON).flatMap(([filter, languages]) =>
  Object.values(languages).flatMap((texts) =>
    texts
      .split(',')
      .map((text): [SpokenFilter, string] => [filter as SpokenFilter, text.replace(/[*+]/g, '').trim()]),
  ),
);

test.each<[string, SpokenFilter[]]>([
  ['ordinateur gratuit le samedi', ['gratuit', 'ouvert-samedi']],
  ['sans rendez-vous', ['sans-rendez-vous']],
  ['sans prendre de rdv', ['sans-rendez-vous']],
  ['ouvert maintenant', ['ouvert-maintenant']],
  ['accès en fauteuil roulant', ['accessible']],
  ['quelqu’un qui parle en arabe', ['autres-langues']],
  ['mercredi soir', ['ouvert-mercredi', 'ouvert-soir']],
  ['je ne sais pas bien lire', ['illettrisme']],
  ['je ne sais pas, sans rendez-vous', ['sans-rendez-vous']],
  ['безкоштовно у суботу', ['gratuit', 'ouvert-samedi']],
  ['مجاني يوم السبت', ['gratuit', 'ouvert-samedi']],
  ['gratis los sábados', ['gratuit', 'ouvert-samedi']],
  ['a free course in the evening', ['gratuit', 'ouvert-soir']],
])('« %s » narrows by %j', (text, filters) => expect(read(text)).toEqual(filters));

test('every expression says its filter, in capitals and without accents too', () => {
  const missed = EXPRESSIONS.filter(([filter, text]) => !read(text).includes(filter));
  const loud = EXPRESSIONS.filter(
    ([filter, text]) =>
      !read(
        text
          .toUpperCase()
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, ''),
      ).includes(filter),
  );
  expect([missed, loud]).toEqual([[], []]);
});

describe('nothing is narrowed that was not said', () => {
  const sentences = Object.values(NEED_SENTENCES)
    .flat()
    .map(([, text]) => text);

  test('of the collected sentences, only those that say « gratuit » or « free » are narrowed, by that', () => {
    const narrowed = sentences.filter((text) => read(text).length > 0);
    expect(narrowed).toEqual(sentences.filter((text) => /gratuit|free wifi/.test(text)));
    expect(new Set(narrowed.flatMap(read))).toEqual(new Set(['gratuit']));
  });

  test('denied or excepted, a word narrows nothing', () => {
    for (const text of ['pas gratuit', 'sauf le samedi', 'jamais le soir', 'not on Saturday', 'не в суботу'])
      expect(read(text), text).toEqual([]);
  });

  test('words that only look like others: a mouse is not a deaf person, a telephone company is not a price', () => {
    for (const text of ['ma souris est cassée', 'ma box Free', 'ma retraite', 'visio avec le médecin'])
      expect(read(text), text).toEqual([]);
  });

  test('whatever is typed, a filter comes with words of the text that say it', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(fc.constantFrom(...sentences.flatMap(spokenWords), ...EXPRESSIONS.map(([, text]) => text)), {
          maxLength: 12,
        })
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const { filters, words } = understandFilters(text);
        const said = new Set(spokenWords(text));
        return filters.length > 0 === words.size > 0 && [...words].every((word) => said.has(word));
      }),
    );
  });

  test('ten thousand words are read in the time of forty', () => {
    const startedMs = performance.now();
    understandFilters('sans gratuit '.repeat(10_000));
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});
