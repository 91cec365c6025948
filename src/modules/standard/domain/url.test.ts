import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUrls } from '../index.ts';

const urlsOf = (text: string) => parseUrls(text).urls;

test('an address is kept as it is written, http included', () => {
  for (const url of [
    'https://www.exemple.fr/page?x=1#y',
    'http://exemple.fr',
    'https://exemple.corsica/a,b.html',
  ]) {
    expect(parseUrls(url)).toEqual({ urls: [url], invalid: [], repaired: false });
  }
});

describe('repairs', () => {
  test.each([
    ['www.exemple.fr', 'https://www.exemple.fr'],
    ['exemple.fr/lieu', 'https://exemple.fr/lieu'],
    ['Https://exemple.fr', 'https://exemple.fr'],
    ['https ://exemple.fr', 'https://exemple.fr'],
    ['htpps://exemple.fr', 'https://exemple.fr'],
    ['http://https://exemple.fr', 'https://exemple.fr'],
    ['(voir exemple.fr)', 'https://exemple.fr'],
    ['[le site](https://exemple.fr/)', 'https://exemple.fr/'],
    ['<a href="https://exemple.fr/">ici</a>', 'https://exemple.fr/'],
    ['https://exemple.fr/?a=1&amp;b=2', 'https://exemple.fr/?a=1&b=2'],
    ['https://exemple.fr/?fbclid=abc', 'https://exemple.fr/'],
    ['https://exemple.fr/médiathèque', 'https://exemple.fr/m%C3%A9diath%C3%A8que'],
  ])('%s becomes %s', (text, url) => {
    expect(urlsOf(text)).toEqual([url]);
  });
});

test('several addresses may stand in one cell', () => {
  const both = ['https://exemple.fr/', 'https://reseau.exemple.org/lieu'];
  for (const between of ['|', ' ; ', ', ', ' ou ', '\n', ' / ']) {
    expect(urlsOf(both.join(between))).toEqual(both);
  }
});

test('an address stuck to the end of another is told apart', () => {
  expect(urlsOf('https://exemple.fr/lieuhttps://autre.example.org')).toEqual([
    'https://exemple.fr/lieu',
    'https://autre.example.org',
  ]);
});

test('a scheme alone is an absent address', () => {
  expect(parseUrls('http://')).toEqual({ urls: [], invalid: [], repaired: false });
});

test('words, e-mails and broken addresses are refused whole', () => {
  for (const text of [
    'Facebook : le lieu',
    'accueil@exemple.fr',
    '63122',
    'https://exemple',
    'http://www.exemple.Mairie de ville.fr/',
  ]) {
    expect(parseUrls(text)).toMatchObject({ urls: [], repaired: false });
    expect(parseUrls(text).invalid).toHaveLength(1);
  }
});

const urlLike = fc
  .array(
    fc.constantFrom(
      'http://',
      'https',
      '://',
      'www.',
      'exemple',
      '.fr',
      '/',
      '?a=',
      '&',
      ' ',
      ',',
      '|',
      'é',
      '[x](',
      ')',
      '<a href="',
    ),
  )
  .map((pieces) => pieces.join(''));

test('every text gets an answer, and accepted addresses are read as themselves', () => {
  fc.assert(
    fc.property(fc.oneof(urlLike, fc.webUrl(), fc.string({ unit: 'grapheme' })), (text) => {
      const { urls } = parseUrls(text);
      return JSON.stringify(parseUrls(urls.join('|')).urls) === JSON.stringify(urls);
    }),
  );
});

test('an address written with its scheme is believed, whatever its top-level domain', () => {
  expect(parseUrls('https://mediatheque.example/accueil')).toMatchObject({
    urls: ['https://mediatheque.example/accueil'],
    invalid: [],
  });
  expect(parseUrls('https://lieu.bibliotheque').urls).toEqual(['https://lieu.bibliotheque']);
  expect(parseUrls('Atelier.Informatique').urls).toEqual([]);
});
