import { readFileSync } from 'node:fs';
import { type MatchRecord, openMatcher } from '../../src/modules/matching/index.ts';

interface LabelledPoints {
  pair: readonly [string, string];
  isSame: boolean;
}

/** `COL name VAL … COL latitude VAL …`, two records and a label by line (Geo-ER, WWW 2022). */
const FIELD = /COL (\w+) VAL (.*?)(?= COL |$)/g;

class PointsFile {
  readonly records: MatchRecord[] = [];
  private readonly rids = new Map<string, string>();

  read(path: string): LabelledPoints[] {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    return lines.map((line) => {
      const [left = '', right = '', label = ''] = line.split('\t');
      return { pair: [this.register('a', left), this.register('b', right)], isSame: label.trim() === '1' };
    });
  }

  /** The same text of the same side is one record: its frequencies count once. */
  private register(source: string, text: string): string {
    const key = `${source} ${text.trim()}`;
    const known = this.rids.get(key);
    if (known !== undefined) return known;
    const rid = `${source}${this.records.length}`;
    const fields = Object.fromEntries(
      [...text.trim().matchAll(FIELD)].map(([, name, value]) => [name, value?.trim()]),
    );
    this.rids.set(key, rid);
    this.records.push({
      rid,
      source,
      name: fields.name ?? '',
      address: fields.address || null,
      postalCode: fields.postalCode || null,
      latitude: Number(fields.latitude),
      longitude: Number(fields.longitude),
    });
    return rid;
  }
}

export interface RightAndWrong {
  right: number;
  wronglyMerged: number;
  missed: number;
}

export function f1OfAll(counts: readonly RightAndWrong[]): number {
  const total = (key: keyof RightAndWrong): number => counts.reduce((sum, count) => sum + count[key], 0);
  return (2 * total('right')) / (2 * total('right') + total('wronglyMerged') + total('missed'));
}

export interface CityCounts {
  /** With the reasoned weights, then with those estimated on the points, no label being read. */
  reasoned: RightAndWrong;
  estimated: RightAndWrong;
  /** Taught on the train part. */
  taught: RightAndWrong;
}

/** Counts on the test part of one city. */
export function measureCity(folder: string): CityCounts {
  const points = new PointsFile();
  const train = points.read(`${folder}/train.txt`);
  const tested = points.read(`${folder}/test.txt`);
  const matcher = openMatcher(points.records);
  const pairs = tested.map(({ pair }) => pair);
  const [reasoned, estimated, taught] = [undefined, matcher.estimate(), matcher.fit(train)].map((model) =>
    countRight(tested, matcher.score(pairs, model)),
  ) as [RightAndWrong, RightAndWrong, RightAndWrong];
  return { reasoned, estimated, taught };
}

function countRight(
  tested: readonly LabelledPoints[],
  verdicts: readonly ({ verdict: string } | null)[],
): RightAndWrong {
  const counts: RightAndWrong = { right: 0, wronglyMerged: 0, missed: 0 };
  tested.forEach(({ isSame }, at) => {
    const isMerged = verdicts[at]?.verdict === 'same';
    if (isMerged && isSame) counts.right += 1;
    else if (isMerged) counts.wronglyMerged += 1;
    else if (isSame) counts.missed += 1;
  });
  return counts;
}
