import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Evidence,
  type MatchRecord,
  openMatcher,
  type PairDecision,
  type PairVerdict,
  type Resolution,
  resolve,
  scorePair,
  type Verdict,
} from '../index.ts';
import { LEVELS } from './levels.ts';
import { DEFAULT_MODEL } from './model.ts';

const oneOf = <Value>(...values: Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

/** Few values for each field, so that records collide in every way. */
const anyFields = fc.record({
  source: oneOf('a', 'b', 'c'),
  name: oneOf(
    'Mairie de Brumeval',
    'CCAS de Brumeval',
    'France Services Brumeval',
    'France Services des Vallons',
    'Bus France Services Vallons',
    'Médiathèque Les Vallons',
    'EPN n° 1',
    'EPN n° 2',
    'Les Passerelles',
    '',
  ),
  address: oneOf(null, '1 rue du Lavoir', '12 rue du Lavoir', 'place des Halles', '3 AV DE LA GARE'),
  postalCode: oneOf('00120', '00130', null),
  city: oneOf('Brumeval', 'Orlande', null),
  latitude: oneOf(45.1, 45.1003, 45.2, null),
  longitude: oneOf(4.2, 4.2004, null),
  phone: oneOf(null, '01 99 00 11 11', '0199002222 / 0199001111'),
  email: oneOf(null, 'franceservices@vallons.example', 'mairie@brumeval.example'),
  siret: oneOf(null, '21000012300012', '82000034500017', '00000000000000'),
});
const anyRecords = fc
  .array(anyFields, { minLength: 2, maxLength: 14 })
  .map((all) =>
    all.map((fields, at): MatchRecord => ({ rid: `r${String(at).padStart(2, '0')}`, ...fields })),
  );
const anyShuffled = anyRecords.chain((records) =>
  fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
);

const vetoes = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter(({ kind }) => kind.startsWith('veto-'));
/** What does not depend on how the pair was written. */
const judgement = ({ a, b, verdict, bits }: PairVerdict): unknown[] => [a, b, verdict, bits];

const membersOf = (clusterOf: Resolution['clusterOf']): string[][] => {
  const members = new Map<string, string[]>();
  for (const [rid, root] of clusterOf) members.set(root, [...(members.get(root) ?? []), rid]);
  return [...members.values()];
};

describe('scoring', () => {
  test('the score of A and B is the score of B and A', () => {
    fc.assert(
      fc.property(anyRecords, ([a, b]) => {
        expect(judgement(scorePair(a!, b!))).toEqual(judgement(scorePair(b!, a!)));
      }),
    );
  });

  test('which of the two has the smaller identifier does not matter', () => {
    fc.assert(
      fc.property(anyRecords, ([a, b]) => {
        const [one, other] = [scorePair(a!, b!), scorePair({ ...a!, rid: b!.rid }, { ...b!, rid: a!.rid })];
        return one.bits === other.bits && one.verdict === other.verdict;
      }),
    );
  });

  test('the bits are the prior and the sum of the evidence', () => {
    fc.assert(
      fc.property(anyRecords, ([a, b]) => {
        const { bits, evidence } = scorePair(a!, b!);
        const sum = evidence.reduce((total, piece) => total + piece.bits, DEFAULT_MODEL.priorBits);
        return Math.abs(sum - bits) < 1e-9;
      }),
    );
  });

  test('a pair with an unknown identifier has no verdict', () => {
    expect(openMatcher([{ rid: 'a', source: 's', name: 'X' }]).score([['a', 'nobody']])).toEqual([null]);
  });
});

describe('resolving', () => {
  test('the order of the records changes nothing', () => {
    fc.assert(
      fc.property(anyShuffled, ([records, shuffled]) => {
        expect(resolve(shuffled)).toEqual(resolve(records));
      }),
    );
  });

  test('the same records give the same result', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        expect(resolve(records)).toEqual(resolve(structuredClone(records)));
      }),
    );
  });

  test('an unrelated record far away changes nothing for the others', () => {
    const stranger: MatchRecord = {
      rid: 'z-stranger',
      source: 'elsewhere',
      name: 'Zythologie Quetsche',
      address: '99 impasse Wagram',
      postalCode: '99999',
      city: 'Zuydcoote',
      latitude: -21,
      longitude: 55,
      phone: '+262 2 62 99 99 99',
    };
    fc.assert(
      fc.property(anyRecords, (records) => {
        const [before, after] = [resolve(records), resolve([...records, stranger])];
        expect(after.clusterOf.get(stranger.rid)).toBe(stranger.rid);
        after.clusterOf.delete(stranger.rid);
        expect(after.clusterOf).toEqual(before.clusterOf);
        expect(after.pairs).toEqual(before.pairs);
      }),
    );
  });

  test('no cluster holds a vetoed pair', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const matcher = openMatcher(records);
        for (const members of membersOf(matcher.resolve().clusterOf)) {
          const pairs = members.flatMap((a, at) => members.slice(at + 1).map((b) => [a, b] as const));
          for (const verdict of matcher.score(pairs)) {
            expect(vetoes(verdict!.evidence)).toEqual([]);
          }
        }
      }),
    );
  });

  test('a cluster is named after its smallest identifier, and no record is lost', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { clusterOf, counts } = resolve(records);
        const clusters = membersOf(clusterOf);
        return (
          clusterOf.size === records.length &&
          counts.clusters === clusters.length &&
          clusters.every((members) => clusterOf.get(members[0]!) === members.toSorted()[0])
        );
      }),
    );
  });

  test('what a person decided wins over any score', () => {
    fc.assert(
      fc.property(anyRecords, oneOf<Verdict>('same', 'linked', 'distinct'), (records, verdict) => {
        const decision: PairDecision = { a: records[1]!.rid, b: records[0]!.rid, verdict };
        const { clusterOf } = resolve(records, { decisions: [decision] });
        return (clusterOf.get(decision.a) === clusterOf.get(decision.b)) === (verdict === 'same');
      }),
    );
  });

  test('two records that a person keeps apart are not brought together by certain links through a third', () => {
    const records = ['a', 'b', 'c'].map(
      (rid): MatchRecord => ({ rid, source: rid, name: 'Les Passerelles' }),
    );
    const { clusterOf } = resolve(records, {
      certainLinks: [
        ['a', 'b'],
        ['b', 'c'],
      ],
      decisions: [{ a: 'a', b: 'c', verdict: 'distinct' }],
    });
    expect(clusterOf.get('a')).not.toBe(clusterOf.get('c'));
  });

  test('A like B and B like C do not bring together A and C that contradict each other', () => {
    const shared = {
      source: 's',
      city: 'Brumeval',
      postalCode: '00120',
      address: '12 rue du Lavoir',
      phone: '0199001111',
    };
    const records: MatchRecord[] = [
      { ...shared, rid: 'a', source: 's1', name: 'EPN Les Vallons n° 1' },
      { ...shared, rid: 'b', source: 's2', name: 'EPN Les Vallons' },
      { ...shared, rid: 'c', source: 's3', name: 'EPN Les Vallons n° 2' },
    ];
    const { clusterOf } = resolve(records);
    expect(clusterOf.get('a')).not.toBe(clusterOf.get('c'));
    expect(membersOf(clusterOf)).toHaveLength(2);
  });

  test('no text makes it fail', () => {
    const anyText = fc.option(fc.string({ unit: 'grapheme', maxLength: 40 }), { nil: null });
    const anyRecord = fc.record({
      source: fc.string(),
      name: fc.string({ unit: 'grapheme' }),
      address: anyText,
      postalCode: anyText,
      city: anyText,
      phone: anyText,
      email: anyText,
      website: anyText,
      siret: anyText,
      typology: anyText,
      latitude: fc.option(fc.double(), { nil: null }),
      longitude: fc.option(fc.double(), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 8 }), (all) => {
        const records = all.map((fields, at): MatchRecord => ({ rid: `r${at}`, ...fields }));
        return resolve(records).clusterOf.size === records.length;
      }),
    );
  });
});

describe('learning from labels', () => {
  const records: MatchRecord[] = Array.from({ length: 40 }, (_, at) => ({
    rid: `r${String(at).padStart(2, '0')}`,
    source: at % 2 === 0 ? 'a' : 'b',
    name: `Espace ${['Colibri', 'Mésange', 'Loriot', 'Bruant', 'Pinson'][Math.floor(at / 2) % 5]}`,
    city: 'Brumeval',
    postalCode: '00120',
    address: `${Math.floor(at / 4) + 1} rue du Lavoir`,
  }));
  const labelled = Array.from({ length: 20 }, (_, at) => ({
    pair: [records[2 * at]!.rid, records[2 * at + 1]!.rid] as const,
    isSame: at % 3 !== 0,
  }));

  test('the same labels give the same model, whatever their order', () => {
    const matcher = openMatcher(records);
    const [one, other] = [matcher.fit(labelled), matcher.fit(labelled.toReversed())];
    for (const level of LEVELS) expect(one.bits[level]).toBeCloseTo(other.bits[level], 9);
    expect(matcher.fit(labelled)).toEqual(one);
  });

  test('labels that say « not the same » lower the score of their pairs', () => {
    const matcher = openMatcher(records);
    const refused = labelled.map(({ pair }) => ({ pair, isSame: false }));
    const pairs = labelled.map(({ pair }) => pair);
    const [before, after] = [matcher.score(pairs), matcher.score(pairs, matcher.fit(refused))];
    expect(after.every((verdict, at) => verdict!.bits < before[at]!.bits)).toBe(true);
  });

  test('no label moves a veto', () => {
    const model = openMatcher(records).fit(labelled);
    expect(model.bits['veto-stops']).toBe(DEFAULT_MODEL.bits['veto-stops']);
  });
});
