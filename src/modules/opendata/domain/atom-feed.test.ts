import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atomFeed, type Feed } from './atom-feed.ts';

const FEED: Feed = {
  id: 'https://exemple.test/donnees-ouvertes/changements.atom',
  title: 'Changements',
  subtitle: 'Ce qui change dans l’annuaire',
  lang: 'fr',
  author: 'Maillon',
  selfHref: 'https://exemple.test/donnees-ouvertes/changements.atom',
  pageHref: 'https://exemple.test/donnees-ouvertes',
  updatedAt: new Date('2026-11-02T10:00:00Z'),
  entries: [],
};
const entry = (title: string) => ({
  id: 'tag:exemple.test,2026-11-02:changement-1',
  title,
  summary: title,
  href: 'https://exemple.test/lieux/pl1?a=1&b=2',
  updatedAt: new Date('2026-11-02T10:00:00Z'),
});

test('a feed names itself, its author and its date, and links to itself', () => {
  const xml = atomFeed(FEED);
  expect(xml).toContain('<id>https://exemple.test/donnees-ouvertes/changements.atom</id>');
  expect(xml).toContain('<author><name>Maillon</name></author>');
  expect(xml).toContain('<updated>2026-11-02T10:00:00.000Z</updated>');
  expect(xml).toMatch(
    /<link rel="self" [^>]*href="https:\/\/exemple\.test\/donnees-ouvertes\/changements\.atom"/,
  );
});

test('the name of a place cannot break the feed', () => {
  const xml = atomFeed({ ...FEED, entries: [entry('Lieu <b> & "Cie"')] });
  expect(xml).toContain('<title>Lieu &lt;b&gt; &amp; &quot;Cie&quot;</title>');
  expect(xml).toContain('href="https://exemple.test/lieux/pl1?a=1&amp;b=2"');
});

test('whatever a place is called, the feed holds only characters that XML allows, and no stray markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const xml = atomFeed({ ...FEED, entries: [entry(name)] });
      const [, title = ''] = /<entry>[\s\S]*?<title>([\s\S]*?)<\/title>/.exec(xml) ?? [];
      const isClean = !/[<>"]|&(?!amp;|lt;|gt;|quot;)/.test(title);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
      return isClean && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml);
    }),
  );
});
