import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { syntheticRecords } from '../../../../test/benchmarks/synthetic-records.ts';
import { resolve } from '../domain/matcher.ts';
import { DEFAULT_MODEL } from '../domain/model.ts';
import { type ResolvedFile, resolveFile } from './resolve-file.ts';
import { type Crew, startCrew } from './start-crew.ts';

const RECORDS = syntheticRecords(1500, 7);
const LINES = RECORDS.map(({ postalCode, latitude, longitude, ...same }) =>
  JSON.stringify({ ...same, postal_code: postalCode, lat: latitude, lon: longitude }),
);
/** A dozen pieces and as many ranges. */
const SHARES = { pieceBytes: 30_000, rangeRows: 128 };

let folder: string;
let crew: Crew;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillon-crew-'));
});
afterEach(async () => {
  await crew.close();
  rmSync(folder, { recursive: true, force: true });
});

function resolveLines(lines: readonly string[]) {
  const path = join(folder, 'records.jsonl');
  writeFileSync(path, lines.join('\n'));
  return resolveFile({
    path,
    size: 1,
    crew,
    shares: SHARES,
    chooseModel: () => DEFAULT_MODEL,
    note: () => {},
  });
}

/** Without numbers, which each thread gives as it reads. */
function told({ rids, clusterOf, found, candidatePairs }: ResolvedFile): unknown {
  const pairs = Array.from(found.orderByRows(rids.length), (at) => [
    rids[found.a[at]!],
    rids[found.b[at]!],
    found.bits[at],
  ]);
  return { candidatePairs, pairs, clusters: rids.map((rid, row) => [rid, rids[clusterOf[row]!]]) };
}

test.each([1, 3])(
  '%i threads give the pairs and the groups that resolving in memory gives',
  async (threads) => {
    crew = startCrew(threads);
    const resolved = await resolveLines(LINES);
    const { counts, pairs, clusterOf } = resolve(RECORDS);
    expect(resolved.ok && told(resolved.value)).toEqual({
      candidatePairs: counts.candidatePairs,
      pairs: pairs.map(({ a, b, bits }) => [a, b, bits]),
      clusters: [...clusterOf],
    });
  },
);

test('the first line that cannot be read is named, though pieces after it were read', async () => {
  crew = startCrew(1);
  const refused = await resolveLines(LINES.with(700, '{').with(1400, 'null'));
  expect(refused).toEqual({ ok: false, refusal: { kind: 'not-an-object', line: 701 } });
});

test('an identifier that two pieces hold is refused', async () => {
  crew = startCrew(1);
  const refused = await resolveLines([...LINES, LINES[0]!]);
  expect(refused).toEqual({ ok: false, refusal: { kind: 'repeated-rid', rid: RECORDS[0]!.rid } });
});

test('an error in a thread is the error of every call, and nothing waits for ever', async () => {
  crew = startCrew(2);
  const calls = [1, 2, 3].map(() => crew.one('layRule', 'phone'));
  for (const outcome of await Promise.allSettled(calls)) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { message: 'A hand was called out of turn.' },
    });
  }
  await expect(crew.all('numbers', undefined)).rejects.toThrow('out of turn');
});
