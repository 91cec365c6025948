import { CompactEncrypt } from 'jose/jwe/compact/encrypt';
import { type LateItem, type PublicKey, signedText } from '../../domain/late-signature.ts';

/** What a device was given, and what it made, when it was prepared. */
export interface DeviceKeys {
  structure: string;
  device: string;
  /** Cannot be read, not even by us. */
  privateKey: CryptoKey;
  /** The server keeps the other half: what is closed with this one is opened there only. */
  sealingKey: PublicKey;
}

export type Given = Pick<LateItem, 'count' | 'theme' | 'hasAttended' | 'at'> & { code: string };

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256' };

/** The private half stays in this browser; the public one goes to the server. */
export async function makeSigningKey(): Promise<{ privateKey: CryptoKey; publicKey: PublicKey }> {
  const pair = await crypto.subtle.generateKey(SIGNING, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { privateKey: pair.privateKey, publicKey: { kty, crv, x, y } as PublicKey };
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Closed, so that nobody reads a code in a lost phone; then signed, so that nothing is changed on the way. */
export async function makeLateItem(
  { structure, privateKey, sealingKey }: DeviceKeys,
  { code, ...given }: Given,
): Promise<LateItem> {
  const sealed = await new CompactEncrypt(new TextEncoder().encode(code))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(sealingKey);
  const item = { key: base64url(crypto.getRandomValues(new Uint8Array(18))), sealed, ...given };
  const text = new TextEncoder().encode(signedText(structure, item));
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, text);
  return { ...item, signature: base64url(new Uint8Array(signature)) };
}
