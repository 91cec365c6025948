/** Help given without network, as a device kept it. */
export interface LateItem {
  /** Chosen by the device, for ever: sent twice, it is redeemed once. */
  key: string;
  /** The code, closed: JWE (RFC 7516) with ECDH-ES and A256GCM. The device itself cannot open it any more. */
  sealed: string;
  count: number;
  theme: string | null;
  hasAttended: boolean;
  /** By the clock of the device, as ISO 8601. */
  at: string;
  /** ECDSA on P-256 with SHA-256, as WebCrypto writes it: r then s, in base64url. */
  signature: string;
}

/** A public key on P-256, as JWK. */
export interface PublicKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

/** What a device signs: everything that decides what is paid, to whom, and when. */
export const signedText = (structure: string, item: Omit<LateItem, 'signature'>): string =>
  JSON.stringify([
    'maillon-pass-1',
    structure,
    item.key,
    item.sealed,
    item.count,
    item.theme,
    item.hasAttended,
    item.at,
  ]);

/** As many as a day in a truck gives; more are sent in several times. */
export const MOST_LATE_ITEMS = 50;

/** A phone's clock may be a little ahead, or behind. */
export const CLOCK_SLACK_MS = 5 * 60_000;
