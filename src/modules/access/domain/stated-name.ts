/** Who acts, as far as we know before accounts exist: a name or initials that the person gave, or nobody's. */
export interface Who {
  /** Under which name what they do is kept. */
  author: string;
  /** `unasked`: the question is still to be put. `unnamed`: they would rather not say. */
  kind: 'named' | 'unnamed' | 'unasked';
}

/** The session says that someone may decide, not who: the name of what nobody signed. */
const NOBODY = 'administration';
/** Characters: a name or initials, not a signature block. */
const LONGEST_NAME = 40;

export const cleanName = (typed: string): string =>
  Array.from(typed.replaceAll(/[\s\p{C}]+/gu, ' ').trim())
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();

/** What gets signed: a name is only worth something in the session in which it was given. */
export const nameText = (sessionId: string, name: string): string => `name.${sessionId}.${name}`;

/** Reads it again, once its signature is known to be ours. Null: no name was asked in this session. */
export function parseName(sessionId: string, text: string | null): string | null {
  const start = nameText(sessionId, '');
  return text?.startsWith(start) ? text.slice(start.length) : null;
}

export function whoIs(stated: string | null): Who {
  if (stated === null) return { author: NOBODY, kind: 'unasked' };
  return stated === '' ? { author: NOBODY, kind: 'unnamed' } : { author: stated, kind: 'named' };
}
