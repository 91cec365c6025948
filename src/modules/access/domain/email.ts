import { z } from 'zod';

/** Characters: RFC 5321, 4.5.3. */
const LONGEST = 254;
const ADDRESS = z.email().max(LONGEST);

/** An address as mailboxes compare it; null when it is none. */
export function parseEmail(typed: string): string | null {
  const parsed = ADDRESS.safeParse(typed.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
}
