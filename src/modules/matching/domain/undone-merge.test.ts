import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLiveResolution } from './live-resolution.ts';
import type { MatchRecord } from './match-record.ts';

const COUNT = 10;
const anyRecords = fc
  .array(
    fc.record({
      name: fc.constantFrom(
        'Les Passerelles',
        'EPN n° 1',
        'EPN n° 2',
        'Mairie de Brumeval',
        'CCAS de Brumeval',
      ),
      address: fc.constantFrom('1 rue du Lavoir', '12 rue du Lavoir', null),
      phone: fc.constantFrom('01 99 00 11 11', '01 99 00 22 22', null),
    }),
    { minLength: COUNT, maxLength: COUNT },
  )
  .map((all) =>
    all.map(
      (fields, at): MatchRecord => ({
        rid: `r${at}`,
        source: `s${at % 3}`,
        city: 'Brumeval',
        postalCode: '00120',
        ...fields,
      }),
    ),
  );
const anyTwo = fc.uniqueArray(fc.nat(COUNT - 1), { minLength: 2, maxLength: 2 });

test('a merge that is undone leaves every record in the place where it was', () => {
  fc.assert(
    fc.property(anyRecords, anyTwo, (records, [x, y]) => {
      const [a, b] = [records[x!]!.rid, records[y!]!.rid].sort() as [string, string];
      const live = openLiveResolution(records);
      const places = (): string[][] => records.map(({ rid }) => [...live.membersWith(rid)].sort());
      const before = places();
      live.apply([{ a, b, verdict: 'same' }]);
      expect(live.membersWith(a)).toContain(b);
      live.apply([{ a, b, verdict: null }]);
      expect(places()).toEqual(before);
    }),
  );
});
