/** Who made a change that follows from what these people said: nobody in particular when they are several. */
export function soleAuthor(names: readonly string[]): string | null {
  const [first, ...others] = new Set(names);
  return first !== undefined && others.length === 0 ? first : null;
}
