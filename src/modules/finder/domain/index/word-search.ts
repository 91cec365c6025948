import { type Closeness, SHORTEST_PREFIX } from '../text-match.ts';
import { firstFrom, type IndexData, type Lists, listAt, type WordIndex } from './index-data.ts';
import type { RankList } from './rank-list.ts';
import { openSlips, type Slips } from './slips.ts';

/** Lists the places that hold every word, at a degree of closeness; each degree includes those before it. */
export type WordSearch = (list: RankList, sought: readonly string[], degree: Closeness) => void;

export function openWordSearch({ words, count }: Pick<IndexData, 'words' | 'count'>): WordSearch {
  const slips = openSlips(words.vocabulary);
  const marks = new Uint8Array(count);
  return (list, sought, degree) => {
    const known = sought.map((word) => knownWords(words.vocabulary, { word, degree, slips }));
    list.count = 0;
    if (known.length === 1) listNamed({ list, marks }, words.names, known[0]!);
    else listHolders({ list, marks }, words, known);
  };
}

/** Numbers of known words, as runs of neighbours: where each starts and where it has ended, two by two. */
type Runs = readonly number[];

interface Sought {
  word: string;
  degree: Closeness;
  slips: Slips;
}

function knownWords(vocabulary: readonly string[], { word, degree, slips }: Sought): Runs {
  const start = firstFrom(vocabulary, word);
  const isPrefix = degree !== 'exact' && word.length >= SHORTEST_PREFIX;
  const end = isPrefix
    ? firstFrom(vocabulary, word + AFTER_LETTERS)
    : start + (vocabulary[start] === word ? 1 : 0);
  const runs = end > start ? [start, end] : [];
  if (degree === 'typo') for (const known of slips(word)) runs.push(known, known + 1);
  return runs;
}

/** Comes after every digit and letter. */
const AFTER_LETTERS = '{';

/** Places listed so far, each once. Between two searches none has a mark; during one, those listed and no others do. */
interface Marked {
  list: RankList;
  marks: Uint8Array;
}

const LISTED = 1;
/** The name or the town holds the word looked at. */
const HOLDS = 2;
/** The name holds one of the words. */
const NAMED = 4;

/** A single word must be in the name: towns change nothing. */
function listNamed(marked: Marked, names: Lists, runs: Runs): void {
  const isOneWord = runs.length === 2 && runs[1] === runs[0]! + 1;
  if (isOneWord) {
    const ranks = listAt(names, runs[0]!);
    marked.list.room.set(ranks);
    marked.list.count = ranks.length;
  } else {
    addAll(marked, names, { runs, mark: NAMED });
    keepMarked(marked, { mark: NAMED, left: 0 });
  }
}

/** The town may help; the name alone decides that it is about this place. */
function listHolders(
  marked: Marked,
  { names, towns }: WordIndex,
  [first = [], ...others]: readonly Runs[],
): void {
  addAll(marked, names, { runs: first, mark: LISTED | NAMED });
  addAll(marked, towns, { runs: first, mark: LISTED });
  for (const runs of others) {
    markListed(marked.marks, names, { runs, mark: HOLDS | NAMED });
    markListed(marked.marks, towns, { runs, mark: HOLDS });
    keepMarked(marked, { mark: HOLDS, left: LISTED | NAMED });
  }
  keepMarked(marked, { mark: NAMED, left: 0 });
}

interface Marking {
  runs: Runs;
  mark: number;
}

function addAll({ list, marks }: Marked, { starts, values }: Lists, { runs, mark }: Marking): void {
  for (let run = 0; run < runs.length; run += 2) {
    const end = starts[runs[run + 1]!]!;
    for (let at = starts[runs[run]!]!; at < end; at += 1) {
      const rank = values[at]!;
      if (marks[rank] === 0) list.room[list.count++] = rank;
      marks[rank]! |= mark;
    }
  }
}

function markListed(marks: Uint8Array, { starts, values }: Lists, { runs, mark }: Marking): void {
  for (let run = 0; run < runs.length; run += 2) {
    const end = starts[runs[run + 1]!]!;
    for (let at = starts[runs[run]!]!; at < end; at += 1) {
      const rank = values[at]!;
      if (marks[rank] !== 0) marks[rank]! |= mark;
    }
  }
}

/** Those that lack the mark leave, and lose all others; those that stay keep the marks of `left` only. */
function keepMarked({ list, marks }: Marked, { mark, left }: { mark: number; left: number }): void {
  const { room, count } = list;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const rank = room[at]!;
    const own = marks[rank]!;
    const stays = (own & mark) !== 0;
    marks[rank] = stays ? own & left : 0;
    if (stays) room[kept++] = rank;
  }
  list.count = kept;
}
