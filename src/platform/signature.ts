import { createHmac, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Signer {
  /** The text with its signature. */
  sign(text: string): string;
  /** The text when its signature is ours, else null. */
  open(signed: string): string | null;
}

export function createSigner(secret: string): Signer {
  const mac = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  return {
    sign: (text) => `${text}~${mac(text)}`,
    open: (signed) => {
      const at = signed.lastIndexOf('~');
      if (at < 0) return null;
      const text = signed.slice(0, at);
      const [given, expected] = [Buffer.from(signed.slice(at + 1)), Buffer.from(mac(text))];
      return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
    },
  };
}

/** The configured key, else one made once and kept in the data folder, readable by its owner only. */
export function loadSecret(
  configured: string | undefined,
  dataFolder: string,
  randomBytes: (count: number) => Uint8Array,
): string {
  if (configured) return configured;
  const path = join(dataFolder, 'secret.key');
  if (!existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(path, Buffer.from(randomBytes(32)).toString('base64url'), { mode: 0o600 });
    chmodSync(path, 0o600);
  }
  return readFileSync(path, 'utf8').trim();
}
