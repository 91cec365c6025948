/** Who acts, as far as they said: their name, or nobody's. */
export interface Who {
  /** Under which name what they do is kept. */
  author: string;
  isNamed: boolean;
  /** They can come back by e-mail: the name is that of their account. */
  hasAccount: boolean;
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

/** The name that a person gave, where a thing done without one has another name of its own. */
export const signedBy = ({ author, isNamed }: Who): string | null => (isNamed ? author : null);

export const whoIs = (person: { name: string; email: string | null } | null): Who => ({
  author: person?.name || NOBODY,
  isNamed: Boolean(person?.name),
  hasAccount: Boolean(person?.email),
});
