import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openArrivals } from './arrivals.ts';
import type { MatchRecord, PairDecision, Resolution, Verdict } from './match-record.ts';
import { openMatcher, resolve } from './matcher.ts';

const oneOf = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

/** Few values for each field, so that records collide in every way, and crowd words, phones and points. */
const anyFields = fc.record({
  source: oneOf('a', 'b', 'c'),
  name: oneOf(
    'Mairie de Brumeval',
    'CCAS de Brumeval',
    'France Services Brumeval',
    'France Services des Vallons',
    'Médiathèque Les Vallons',
    'Médiatèque des Valons',
    'EPN n° 1',
    'Les Passerelles',
    'Les Passerelles du Levant',
  ),
  address: oneOf(
    null,
    '1 rue du Lavoir',
    '2 rue du Lavoir',
    '12 rue du Lavoir',
    'place des Halles',
    '3 AV DE LA GARE',
  ),
  postalCode: oneOf('00120', '00130', null),
  city: oneOf('Brumeval', 'Orlande', null),
  latitude: oneOf(45.10312, 45.10342, 45.2, null),
  longitude: oneOf(4.21234, 4.21274, null),
  phone: oneOf(null, '01 99 00 11 11', '0199002222 / 0199001111'),
  email: oneOf(null, 'franceservices@vallons.example', 'mairie@brumeval.example'),
  website: oneOf(null, 'https://vallons.example/epn', 'https://brumeval.example'),
  siret: oneOf(null, '21000012300012', '82000034500017', '00000000000000'),
});
const recordsAtMost = (maxLength: number): fc.Arbitrary<MatchRecord[]> =>
  fc
    .array(anyFields, { minLength: 2, maxLength, size: 'max' })
    .map((all) =>
      all.map((fields, at): MatchRecord => ({ rid: `r${String(at).padStart(3, '0')}`, ...fields })),
    );
/** The newcomer may stand anywhere in the order of identifiers. */
const withNewcomer = recordsAtMost(24).chain((records) =>
  fc.tuple(fc.constant(records), fc.nat(records.length - 1)),
);
const split = (
  records: readonly MatchRecord[],
  at: number,
): { others: MatchRecord[]; newcomer: MatchRecord } => ({
  others: records.filter((_, place) => place !== at),
  newcomer: records[at]!,
});

const pairsOf = ({ pairs }: Resolution, rid: string): unknown[] =>
  pairs.filter(({ a, b }) => a === rid || b === rid).map(({ a, b, verdict, bits }) => [a, b, verdict, bits]);
const samePairsWithout = ({ pairs }: Resolution, rid: string): string =>
  JSON.stringify(
    pairs
      .filter(({ a, b, verdict }) => a !== rid && b !== rid && verdict === 'same')
      .map(({ a, b, bits }) => [a, b, bits]),
  );

describe('one record more', () => {
  test('is compared exactly as if all were resolved again with it', () => {
    fc.assert(
      fc.property(withNewcomer, ([records, at]) => {
        const { others, newcomer } = split(records, at);
        const { candidates } = openArrivals(others).receive(newcomer);
        const tied = candidates
          .filter(({ verdict }) => verdict !== 'distinct')
          .map(({ a, b, verdict, bits }) => [a, b, verdict, bits])
          .sort((x, y) => (`${x[0]} ${x[1]}` < `${y[0]} ${y[1]}` ? -1 : 1));
        expect(tied).toEqual(pairsOf(resolve(records), newcomer.rid));
      }),
      { numRuns: 100 },
    );
  });

  test('is proposed to exactly the records that blocking would have proposed', () => {
    fc.assert(
      fc.property(withNewcomer, ([records, at]) => {
        const { others, newcomer } = split(records, at);
        const proposed = new Set(
          openArrivals(others)
            .receive(newcomer)
            .candidates.flatMap(({ a, b }) => [a, b]),
        );
        const matcher = openMatcher(records);
        const expected = others.filter(({ rid }) => matcher.countProposed([[rid, newcomer.rid]]) === 1);
        expect([...proposed].filter((rid) => rid !== newcomer.rid).sort()).toEqual(
          expected.map(({ rid }) => rid),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('joins the place that it would have joined if all were resolved again with it', () => {
    fc.assert(
      fc.property(withNewcomer, ([records, at]) => {
        const { others, newcomer } = split(records, at);
        const arrivals = openArrivals(others);
        const whole = resolve(records);
        // What one record adds to the frequencies may change a pair of others: the next full run sees it.
        fc.pre(samePairsWithout(whole, newcomer.rid) === samePairsWithout(arrivals.resolution, newcomer.rid));
        const place = whole.clusterOf.get(newcomer.rid);
        const members = [...whole.clusterOf].flatMap(([rid, root]) => (root === place ? [rid] : []));
        expect(arrivals.receive(newcomer).members).toEqual(members);
      }),
      { numRuns: 100 },
    );
  });

  test('makes a phone shared when it brings the fourth address of that phone', () => {
    const record = (at: number): MatchRecord => ({
      rid: `r${at}`,
      source: `s${at}`,
      name: 'Les Passerelles',
      address: `${at} rue du Lavoir`,
      postalCode: '00120',
      city: 'Brumeval',
      phone: '01 99 00 11 11',
    });
    const phoneEvidence = (held: number): string[] =>
      openArrivals(Array.from({ length: held }, (_, at) => record(at + 1)))
        .receive(record(held + 1))
        .candidates[0]!.evidence.map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('phone-'));
    expect([phoneEvidence(2), phoneEvidence(3)]).toEqual([['phone-equal'], ['phone-equal-shared']]);
  });

  test('obeys what people decided about it', () => {
    fc.assert(
      fc.property(withNewcomer, oneOf<Verdict>('same', 'linked', 'distinct'), ([records, at], verdict) => {
        const { others, newcomer } = split(records, at);
        const decisions: PairDecision[] = [{ a: newcomer.rid, b: others[0]!.rid, verdict }];
        const { members } = openArrivals(others, { decisions }).receive(newcomer);
        return members.includes(others[0]!.rid) === (verdict === 'same');
      }),
    );
  });

  test('leaves nothing behind: the next one finds the records as they were', () => {
    fc.assert(
      fc.property(withNewcomer, anyFields, ([records, at], fields) => {
        const { others, newcomer } = split(records, at);
        const arrivals = openArrivals(others);
        const before = arrivals.receive(newcomer);
        arrivals.receive({ rid: 'zz', ...fields, name: `${fields.name} Quetsche`, city: 'Zuydcoote' });
        expect(arrivals.receive(newcomer)).toEqual(before);
      }),
    );
  });
});

describe('one record changed', () => {
  test('is compared as if all were resolved again with what it became', () => {
    fc.assert(
      fc.property(withNewcomer, anyFields, ([records, at], fields) => {
        const changed: MatchRecord = { rid: records[at]!.rid, ...fields };
        const { candidates } = openArrivals(records).receive(changed);
        const tied = candidates
          .filter(({ verdict }) => verdict !== 'distinct')
          .map(({ a, b, verdict, bits }) => [a, b, verdict, bits])
          .sort((x, y) => (`${x[0]} ${x[1]}` < `${y[0]} ${y[1]}` ? -1 : 1));
        const whole = resolve(records.map((record, place) => (place === at ? changed : record)));
        expect(tied).toEqual(pairsOf(whole, changed.rid));
      }),
      { numRuns: 100 },
    );
  });
});
