import type { Chunk } from './chunk.ts';
import { readDays } from './french-days.ts';
import { readTimes } from './french-times.ts';
import { type Token, tokenize } from './french-tokens.ts';

/** The text as days, times, and the words that change their meaning. */
export function readChunks(text: string): Chunk[] {
  const tokens = tokenize(text);
  const chunks: Chunk[] = [];
  for (let position = 0; position < tokens.length; ) {
    const compound = readDays(tokens, position) ?? readTimes(tokens, position);
    if (compound) {
      chunks.push(compound.chunk);
      position = compound.next;
    } else {
      const chunk = simpleChunk(tokens[position]!);
      if (chunk) chunks.push(chunk);
      position += 1;
    }
  }
  return timesAfterDays(chunks);
}

function simpleChunk(token: Token): Chunk | null {
  if (token.kind === 'mark') return markChunk(token.mark);
  if (token.kind === 'date') return { kind: 'word', word: 'season' };
  if (token.kind !== 'word') return { kind: 'unknown' };
  switch (token.word) {
    case 'neutral':
      return null;
    case 'morning':
    case 'afternoon':
      return { kind: 'half', half: token.word };
    case 'month':
      return { kind: 'word', word: 'irregular' };
    default:
      return { kind: 'word', word: token.word };
  }
}

function markChunk(mark: (Token & { kind: 'mark' })['mark']): Chunk | null {
  switch (mark) {
    case 'stop':
    case 'line':
      return { kind: 'stop' };
    case 'open':
    case 'close':
      return { kind: mark };
    default:
      return null;
  }
}

/** « 9h-12h du lundi au vendredi » becomes « du lundi au vendredi 9h-12h ». */
function timesAfterDays(chunks: Chunk[]): Chunk[] {
  const main = [...chunks.keys()].filter(
    (rank) => chunks[rank]?.kind === 'days' || chunks[rank]?.kind === 'times',
  );
  const kinds = main.map((rank) => chunks[rank]!.kind);
  if (kinds[0] !== 'times' || kinds.length < 2) return chunks;
  const isAlone = kinds.filter((kind) => kind === 'times').length === 1;
  const alternates =
    kinds.length % 2 === 0 && kinds.every((kind, rank) => kind === (rank % 2 ? 'days' : 'times'));
  if (!isAlone && !alternates) return chunks;
  const moved = [...chunks];
  const lastPair = isAlone ? 1 : main.length - 1;
  for (let pair = 0; pair < lastPair; pair += 2) {
    const [times, days] = [main[pair]!, main[pair + 1]!];
    [moved[times], moved[days]] = [chunks[days]!, chunks[times]!];
  }
  return moved;
}
