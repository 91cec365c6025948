/** Who acts, as far as we know before accounts exist: a name or initials that the person gave, or nobody's. */
export interface Who {
  /** Under which name what they do is kept. */
  author: string;
  isNamed: boolean;
}

/** The session says that someone may decide, not who: the name of what nobody signed. */
const NOBODY = 'administration';
/** Characters: a name or initials, not a signature block. */
export const LONGEST_NAME = 40;

export const cleanName = (typed: string): string =>
  Array.from(typed.replaceAll(/[\s\p{C}]+/gu, ' ').trim())
    .slice(0, LONGEST_NAME)
    .join('')
    .trim();

/** What gets signed: a name is only worth something in the session in which it was given. */
export const nameText = (sessionId: string, name: string): string => `name.${sessionId}.${name}`;

/** Reads it again, once its signature is known to be ours. Null: no name was given in this session. */
export function parseName(sessionId: string, text: string | null): string | null {
  const start = nameText(sessionId, '');
  return text?.startsWith(start) ? text.slice(start.length) : null;
}

/** The name that a person gave, where a thing done without one has another name of its own. */
export const signedBy = ({ author, isNamed }: Who): string | null => (isNamed ? author : null);

export const whoIs = (name: string | null): Who =>
  name ? { author: name, isNamed: true } : { author: NOBODY, isNamed: false };
