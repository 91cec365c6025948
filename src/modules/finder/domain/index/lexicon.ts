import { words } from '../../../../kernel/text.ts';
import { meaningfulWords } from '../text-match.ts';

/** Short forms that people write for one word. */
const SAME_WORD = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['sts', 'saints'],
  ['nd', 'dame'],
]);

/** Words for one kind of place: either finds the other. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['mediatheque', 'bibliotheque'],
  ['cyberbase', 'cyberespace', 'cybercentre'],
];

/** Several words, linking words left out, and the short name of the same thing. */
const PHRASES: readonly (readonly [short: string, ...phrases: string[]])[] = [
  ['fs', 'france services', 'france service', 'maison services public', 'maison services au public', 'msap'],
  ['ccas', 'centre communal action sociale'],
  ['cias', 'centre intercommunal action sociale'],
  ['epn', 'espace public numerique'],
  ['pij', 'point information jeunesse'],
  ['bij', 'bureau information jeunesse'],
  ['mjc', 'maison jeunes culture'],
  ['csc', 'centre social culturel', 'centre socioculturel', 'centre socio culturel'],
  ['caf', 'caisse allocations familiales'],
  ['cpam', 'caisse primaire assurance maladie'],
  ['udaf', 'union departementale associations familiales'],
  ['pimms', 'point information mediation multi services'],
  ['bm', 'mediatheque municipale', 'bibliotheque municipale'],
];

const SYNONYMS_OF = new Map(SYNONYMS.flatMap((group) => group.map((word) => [word, group] as const)));

/** By its first word, the longest first. */
const PHRASES_BY_START = new Map<string, { short: string; phrase: string[] }[]>();
for (const [short, ...phrases] of PHRASES) {
  for (const text of phrases) {
    const phrase = text.split(' ');
    const known = PHRASES_BY_START.get(phrase[0]!) ?? [];
    known.push({ short, phrase });
    PHRASES_BY_START.set(
      phrase[0]!,
      known.sort((a, b) => b.phrase.length - a.phrase.length),
    );
  }
}

const inFull = (word: string): string => SAME_WORD.get(word) ?? word;

function phraseAt(all: readonly string[], start: number): { short: string; phrase: string[] } | undefined {
  return PHRASES_BY_START.get(all[start]!)?.find(({ phrase }) =>
    phrase.every((word, step) => all[start + step] === word),
  );
}

/** The words under which words are found: themselves, those that mean the same, and the short names of phrases. */
export function indexWords(own: readonly string[]): string[] {
  const full = own.map(inFull);
  const found = new Set(full);
  const meaningful = meaningfulWords(full);
  for (const [start, word] of meaningful.entries()) {
    for (const synonym of SYNONYMS_OF.get(word) ?? []) found.add(synonym);
    const known = phraseAt(meaningful, start);
    if (known) found.add(known.short);
  }
  return [...found];
}

/** The words to look for: each must be found. A known phrase counts as its short name. */
export function soughtWords(text: string): string[] {
  const meaningful = meaningfulWords(words(text).map(inFull));
  const sought: string[] = [];
  for (let start = 0; start < meaningful.length; ) {
    const known = phraseAt(meaningful, start);
    sought.push(known?.short ?? meaningful[start]!);
    start += known?.phrase.length ?? 1;
  }
  return [...new Set(sought)];
}
