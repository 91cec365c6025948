/** A door opened by whoever reads the terminal of the server (docs/adr/0013). */
export interface AdminPass {
  id: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export const LINK_LIFE_MS = 15 * 60 * 1000;
/** One working day: after it, the server prints a new link, or an address was given in the meantime. */
export const ENTERED_BY_LINK_SECONDS = 12 * 60 * 60;

/** What gets signed. The purpose keeps what was signed for something else from being used as a link. */
export const passText = (pass: AdminPass): string => `link.${pass.id}.${pass.expiresAt}`;

/** Reads `link.id.expiry`, once its signature is known to be ours. */
export function parsePass(text: string, now: Date): AdminPass | null {
  const [purpose, id, expiry] = text.split('.');
  const expiresAt = Number(expiry);
  if (purpose !== 'link' || !id || !Number.isSafeInteger(expiresAt) || expiresAt <= now.getTime())
    return null;
  return { id, expiresAt };
}
