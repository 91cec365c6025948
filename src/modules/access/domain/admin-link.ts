/** A door opened by whoever reads the terminal of the server: no account exists yet (docs/adr/0013). */
export interface AdminPass {
  id: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export const LINK_LIFE_MS = 15 * 60 * 1000;
/** One working day: after it, the server prints a new link on request. */
export const SESSION_LIFE_MS = 12 * 60 * 60 * 1000;

/** What gets signed. The purpose keeps a link from being used as a session, and the reverse. */
export const passText = (purpose: 'link' | 'session', pass: AdminPass): string =>
  `${purpose}.${pass.id}.${pass.expiresAt}`;

/** Reads `purpose.id.expiry`, once its signature is known to be ours. */
export function parsePass(purpose: 'link' | 'session', text: string, now: Date): AdminPass | null {
  const [said, id, expiry] = text.split('.');
  const expiresAt = Number(expiry);
  if (said !== purpose || !id || !Number.isSafeInteger(expiresAt) || expiresAt <= now.getTime()) return null;
  return { id, expiresAt };
}
