import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { aPlace, TUESDAY } from '../../../../../test/support/catalogue.ts';
import { demoCatalogue } from '../../../../../test/support/demo-places.ts';
import { openness } from '../openness.ts';
import { decodeIndex } from './decode-index.ts';
import { encodeIndex } from './encode-index.ts';
import { FACETS } from './facets.ts';
import type { IndexQuery } from './index-query.ts';
import { placeIndexOf } from './place-index-of.ts';

const { places } = demoCatalogue();
const offline = decodeIndex(encodeIndex(places, TUESDAY))!;
const VAULX = { latitude: 45.777, longitude: 4.92 };

describe('a file of places', () => {
  const QUERIES: IndexQuery[] = [
    { origin: VAULX, openAt: TUESDAY },
    {
      origin: VAULX,
      radiusMetres: 5_000,
      facets: ['gratuit', 'ouvert-maintenant'],
      openAt: TUESDAY,
      limit: 2,
    },
    { text: 'mediateque', openAt: TUESDAY },
    { departement: '69', facets: ['ouvert-samedi'], openAt: TUESDAY, offset: 1 },
    { communes: new Set(['69387']), limit: 5, openAt: TUESDAY },
  ];

  test.each(QUERIES)('answers like the directory it was made from: %j', (query) => {
    const said = ({ search }: typeof offline | ReturnType<typeof placeIndexOf>) => {
      const { hits, total, counts } = search(query);
      return [
        hits.map(({ place, distanceMetres }) => [place.id, distanceMetres && Math.round(distanceMetres)]),
        total,
        FACETS.map((one) => counts[one] ?? 0),
      ];
    };
    expect(said(offline)).toEqual(said(placeIndexOf(places)));
  });

  test('says of each place whether it is open, and until when, as the directory does', () => {
    for (const { id, fields } of places) {
      const state = openness(fields, TUESDAY);
      const told =
        state.kind === 'open'
          ? { isOpen: true, ...(state.until && { changesAt: state.until }) }
          : state.kind === 'closed'
            ? { isOpen: false, ...(state.nextOpening && { changesAt: state.nextOpening }) }
            : null;
      expect([id, offline.openingOf(id, TUESDAY)]).toEqual([id, told]);
    }
  });

  test('holidays of the coming weeks are known, and until when is said', () => {
    const hours = { codeInsee: '67482', openingHours: 'Mo-Su 09:00-17:00; PH off' };
    const file = decodeIndex(encodeIndex([aPlace('strasbourg', hours)], TUESDAY))!;
    expect(file.openingOf('strasbourg', new Date('2026-12-26T10:00:00Z'))).toEqual({
      isOpen: false,
      changesAt: new Date('2026-12-27T08:00:00Z'),
    });
    expect(file.hoursUntil.getTime()).toBeGreaterThan(TUESDAY.getTime() + 55 * 24 * 3_600_000);
  });

  test('keeps what a row shows, and nothing that is not there', () => {
    const { id, fields } = places.find((place) => place.id === 'trois-saules')!;
    expect(offline.find(id)?.fields).toMatchObject({
      name: fields.name,
      phones: fields.phones,
      latitude: fields.latitude,
    });
    expect(Object.keys(offline.find('sans-rien')!.fields).sort()).toEqual([
      'codeInsee',
      'commune',
      'name',
      'postalCode',
    ]);
    expect(offline.find('nowhere')).toBeNull();
  });

  test('other bytes are no file of ours', () => {
    for (const bytes of [[], [1, 2, 3], Array.from({ length: 64 }, (_, rank) => rank)])
      expect(decodeIndex(Uint8Array.from(bytes).buffer)).toBeNull();
  });
});

test('what reads the file fits in a browser: no library of hours or telephones, a few kilobytes', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${import.meta.dirname}/decode-index.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    metafile: true,
    write: false,
  });
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([]);
  expect(outputFiles[0]!.contents.length).toBeLessThan(20_000);
});
