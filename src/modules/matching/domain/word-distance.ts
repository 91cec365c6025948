/** Whether two words are one word misspelt or shortened: one edit from 5 letters on, two from 8, or a cut of 3 letters and more. */
export function isSameWordMisspelt(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3 || short.charCodeAt(0) !== long.charCodeAt(0)) return false;
  if (hasDigit(short) || (short.length === long.length && hasDigit(long))) return false;
  if (long.startsWith(short) && (long.length >= 6 || isPlural(short, long))) return true;
  const allowed = short.length >= 8 ? 2 : short.length >= 5 ? 1 : 0;
  return allowed > 0 && long.length - short.length <= allowed && editsWithin(short, long, allowed);
}

const isPlural = (one: string, many: string): boolean => one.length >= 4 && many === `${one}s`;

function hasDigit(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** Two whole names, spaces left out, at most one edit apart: « Cyber base » and « cyberbase », « Sauerisen » and « Sauereisen ». */
export function isSameNameGlued(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length > 1) return false;
  if (short === long) return true;
  return !hasDigit(short) && !hasDigit(long) && editsWithin(short, long, 1);
}

let previous = new Uint8Array(64);
let current = new Uint8Array(64);

/** Levenshtein distance at most `allowed`, computed on the diagonal band only. Longer than 63 letters is no match. */
function editsWithin(short: string, long: string, allowed: number): boolean {
  if (long.length >= 64) return false;
  for (let column = 0; column <= long.length; column += 1) previous[column] = column;
  for (let row = 1; row <= short.length; row += 1) {
    if (fillRow(row, { letter: short.charCodeAt(row - 1), long, allowed }) > allowed) return false;
    [previous, current] = [current, previous];
  }
  return previous[long.length]! <= allowed;
}

/** Fills the band of one row from the row above, and gives its smallest distance. */
function fillRow(
  row: number,
  { letter, long, allowed }: { letter: number; long: string; allowed: number },
): number {
  const from = Math.max(1, row - allowed);
  const to = Math.min(long.length, row + allowed);
  // What lies beside the band is farther than allowed.
  current[from - 1] = from === 1 ? row : allowed + 1;
  if (to === row + allowed) previous[to] = allowed + 1;
  let best = current[from - 1]!;
  for (let column = from; column <= to; column += 1) {
    const replaced = previous[column - 1]! + (letter === long.charCodeAt(column - 1) ? 0 : 1);
    const edits = Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1);
    current[column] = edits;
    if (edits < best) best = edits;
  }
  return best;
}
