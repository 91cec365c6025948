/** Escapes that JSON allows and PostgreSQL's jsonb refuses: U+0000 and lone surrogates. An escaped backslash is skipped. */
const REFUSED_ESCAPES = /\\(\\|u0000|ud[89a-f][0-9a-f]{2})/g;

/** JSON that jsonb accepts whatever texts it holds; what it cannot hold becomes a visible mark, U+FFFD. */
export const jsonParameter = (value: unknown): string =>
  JSON.stringify(value).replace(REFUSED_ESCAPES, (sequence, what) => (what === '\\' ? sequence : '\\ufffd'));
