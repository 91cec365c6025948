export interface Piece {
  text: string;
  isDifferent: boolean;
}

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** A text cut where it parts from the other: words that the other lacks, case, accents and punctuation aside. */
export function differences(text: string, other: string): Piece[] {
  const known = new Map<string, number>();
  for (const word of other.split(/\s+/)) known.set(fold(word), (known.get(fold(word)) ?? 0) + 1);
  const pieces: Piece[] = [];
  let space = '';
  for (const part of text.split(/(\s+)/)) {
    if (part.trim() === '') {
      space += part;
      continue;
    }
    const left = known.get(fold(part)) ?? 0;
    known.set(fold(part), left - 1);
    const isDifferent = left <= 0;
    const last = pieces.at(-1);
    if (last?.isDifferent === isDifferent) last.text += space + part;
    else pieces.push({ text: space, isDifferent: false }, { text: part, isDifferent });
    space = '';
  }
  return [...pieces, { text: space, isDifferent: false }].filter((piece) => piece.text !== '');
}
