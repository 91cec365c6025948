import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append, type EntryDraft, emptyLedger, type Ledger, type LedgerRefusal } from './ledger.ts';

const NOON = new Date('2026-11-28T12:00:00Z');
const FLOORS = { 'funder:region': null, 'pass:1': 0n, 'pass:2': 0n, 'structure:mimosa': 0n };

let keys = 0;
const draft = (given: Partial<EntryDraft> & Pick<EntryDraft, 'kind'>): EntryDraft => {
  keys += 1;
  return { key: `key ${keys}`, actor: 'test', eventAt: NOON, createdAt: NOON, ...given };
};
const withAll = (ledger: Ledger, ...drafts: EntryDraft[]): Ledger =>
  drafts.reduce((before, one) => {
    const result = append(before, one);
    if (!result.ok) throw new Error(result.refusal.kind);
    return result.value.ledger;
  }, ledger);
const refusal = (ledger: Ledger, one: EntryDraft): LedgerRefusal | null => {
  const result = append(ledger, one);
  return result.ok ? null : result.refusal;
};
const posted = ({ accounts }: Ledger, id: string): bigint => accounts.get(id)!.postedCents;

const funded = withAll(
  emptyLedger(FLOORS),
  draft({ kind: 'post', legs: { 'funder:region': -3000n, 'pass:1': 1500n, 'pass:2': 1500n } }),
);
const spend = (cents: bigint) => ({ 'pass:1': -cents, 'structure:mimosa': cents });

describe('the ledger', () => {
  test('L2 an entry that does not sum to zero, or moves nothing, is refused', () => {
    expect(refusal(funded, draft({ kind: 'post', legs: { 'pass:1': -2n, 'pass:2': 1n } }))).toEqual({
      kind: 'malformed',
    });
    expect(refusal(funded, draft({ kind: 'post', legs: { 'pass:1': 0n, 'pass:2': 0n } }))?.kind).toBe(
      'malformed',
    );
    expect(refusal(funded, draft({ kind: 'post' }))?.kind).toBe('malformed');
  });

  test('L4 the same request under the same key counts once; another request under it is refused', () => {
    const first = draft({ kind: 'post', legs: spend(500n) });
    const once = withAll(funded, first);
    const again = append(once, { ...first, createdAt: new Date('2026-11-29T12:00:00Z') });
    expect(again).toMatchObject({
      ok: true,
      value: { ledger: once, appended: { isReplayed: true, number: 2 } },
    });
    expect(refusal(once, { ...first, legs: spend(501n) })).toEqual({ kind: 'key-reused', number: 2 });
  });

  test('L4 a refused request leaves its key free', () => {
    const tooMuch = draft({ kind: 'post', legs: spend(1501n) });
    expect(refusal(funded, tooMuch)?.kind).toBe('insufficient-funds');
    expect(refusal(funded, { ...tooMuch, legs: spend(1500n) })).toBeNull();
  });

  test('L5 what a hold sets aside cannot be spent, and what it will bring is not there yet', () => {
    const held = withAll(funded, draft({ kind: 'hold', legs: spend(1000n) }));
    expect(refusal(held, draft({ kind: 'post', legs: spend(501n) }))).toEqual({
      kind: 'insufficient-funds',
      account: 'pass:1',
      shortCents: 1n,
    });
    const fromPlace = { 'structure:mimosa': -1n, 'pass:2': 1n };
    expect(refusal(held, draft({ kind: 'post', legs: fromPlace }))?.kind).toBe('insufficient-funds');
  });

  test('L5 a hold is resolved at most once, for at most what it set aside, and frees the rest', () => {
    const held = withAll(funded, draft({ kind: 'hold', legs: spend(1000n) }));
    expect(refusal(held, draft({ kind: 'settle', target: 2, legs: spend(1001n) }))?.kind).toBe('malformed');
    const settled = withAll(held, draft({ kind: 'settle', target: 2, legs: spend(400n) }));
    expect(settled.accounts.get('pass:1')).toMatchObject({ postedCents: 1100n, heldCents: 0n });
    expect(refusal(settled, draft({ kind: 'void', target: 2 }))?.kind).toBe('already-resolved');
    const freed = withAll(held, draft({ kind: 'void', target: 2 }));
    expect(freed.accounts.get('pass:1')).toMatchObject({ postedCents: 1500n, heldCents: 0n });
  });

  test('L5 a hold that ran out can be freed, no longer settled', () => {
    const held = withAll(funded, draft({ kind: 'hold', legs: spend(1000n), expiresAt: NOON }));
    expect(refusal(held, draft({ kind: 'settle', target: 2, legs: spend(1n) }))?.kind).toBe('hold-expired');
    expect(refusal(held, draft({ kind: 'void', target: 2 }))).toBeNull();
  });

  test('L9 a reversal gives back every balance, once', () => {
    const spent = withAll(funded, draft({ kind: 'post', legs: spend(700n) }));
    const reversed = withAll(spent, draft({ kind: 'reverse', target: 2 }));
    expect(reversed.accounts).toEqual(funded.accounts);
    expect(refusal(reversed, draft({ kind: 'reverse', target: 2 }))?.kind).toBe('already-reversed');
    expect(refusal(reversed, draft({ kind: 'reverse', target: 3 }))?.kind).toBe('unknown-target');
  });

  test('L11 nothing that happened in a closed period can be added', () => {
    const closed = { ...funded, closedUntil: new Date('2026-12-01T00:00:00Z') };
    expect(refusal(closed, draft({ kind: 'post', legs: spend(1n) }))).toEqual({ kind: 'period-closed' });
  });
});

/** Any sequence of requests, most of them possible. */
const anyDrafts = fc.array(
  fc.record({
    kind: fc.constantFrom('post', 'hold', 'settle', 'void', 'reverse') as fc.Arbitrary<EntryDraft['kind']>,
    from: fc.constantFrom(...Object.keys(FLOORS)),
    to: fc.constantFrom(...Object.keys(FLOORS)),
    cents: fc.bigInt(1n, 2000n),
    target: fc.integer({ min: 1, max: 12 }),
    key: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 40 },
);
const replay = (requests: Parameters<Parameters<typeof anyDrafts.map>[0]>[0]): Ledger[] => {
  const states = [emptyLedger(FLOORS)];
  for (const { kind, from, to, cents, target, key } of requests) {
    const needsLegs = kind === 'post' || kind === 'hold' || kind === 'settle';
    const result = append(states.at(-1)!, {
      ...draft({
        kind,
        target,
        ...(needsLegs && from !== to ? { legs: { [from]: -cents, [to]: cents } } : {}),
      }),
      key: `key ${key}`,
    });
    if (result.ok) states.push(result.value.ledger);
  }
  return states;
};
const accountsOf = (ledger: Ledger) => [...ledger.accounts];

describe('whatever is asked of the ledger', () => {
  test('money is neither created nor destroyed', () => {
    fc.assert(
      fc.property(anyDrafts, (requests) =>
        replay(requests).every(
          (ledger) => accountsOf(ledger).reduce((sum, [, { postedCents }]) => sum + postedCents, 0n) === 0n,
        ),
      ),
    );
  });

  test('L7 no account but a funder’s ever goes below zero, held money included', () => {
    fc.assert(
      fc.property(anyDrafts, (requests) =>
        replay(requests).every((ledger) =>
          accountsOf(ledger).every(
            ([, { floorCents, postedCents, heldCents }]) =>
              floorCents === null || postedCents - heldCents >= floorCents,
          ),
        ),
      ),
    );
  });

  test('L5 money is set aside by open holds and by nothing else', () => {
    fc.assert(
      fc.property(anyDrafts, (requests) => {
        const ledger = replay(requests).at(-1)!;
        const resolved = new Set(
          ledger.entries.flatMap(({ draft: { kind, target } }) =>
            kind === 'settle' || kind === 'void' ? [target] : [],
          ),
        );
        const open = ledger.entries.filter(
          ({ draft: { kind } }, rank) => kind === 'hold' && !resolved.has(rank + 1),
        );
        const held = (id: string) =>
          open.reduce(
            (sum, { draft: { legs } }) => sum + (legs![id] && legs![id] < 0n ? -legs![id] : 0n),
            0n,
          );
        return accountsOf(ledger).every(([id, { heldCents }]) => heldCents === held(id));
      }),
    );
  });
});

test('L1 « 0,1 » and « 0,2 » euro make thirty cents, exactly', () => {
  const ledger = withAll(
    emptyLedger(FLOORS),
    draft({ kind: 'post', legs: { 'funder:region': -10n, 'pass:1': 10n } }),
    draft({ kind: 'post', legs: { 'funder:region': -20n, 'pass:1': 20n } }),
  );
  expect(posted(ledger, 'pass:1')).toBe(30n);
});
