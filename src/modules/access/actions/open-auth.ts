import { type IdentityDoors, identityDoors } from './identity-doors.ts';
import { type KeyDoors, keyDoors } from './key-doors.ts';
import { type AuthDeps, type LoadedAuth, loadAuth } from './load-auth.ts';
import { type SessionDoors, sessionDoors } from './session-doors.ts';

/** What is asked of better-auth (docs/adr/0020): the rest of the program does not know that it is there. */
export interface Auth extends SessionDoors, KeyDoors, IdentityDoors {
  /** With the key of the instance: what a copy of the database must not tell. */
  encrypt(text: string): Promise<string>;
  decrypt(sealed: string): Promise<string>;
}

export async function openAuth(deps: AuthDeps): Promise<Auth> {
  const auth = await loadAuth(deps);
  const { symmetricEncrypt, symmetricDecrypt } = await import('better-auth/crypto');
  // Apart: it asks the provider for its addresses when it is made, and everyone would wait for an absent one.
  let identity: Promise<LoadedAuth> | null = null;
  const loadIdentity = () => {
    identity ??= loadAuth(deps, { withProvider: true });
    return identity;
  };
  return {
    ...sessionDoors(auth, deps),
    ...keyDoors(auth),
    ...identityDoors(loadIdentity),
    encrypt: (data) => symmetricEncrypt({ key: deps.secret, data }),
    decrypt: (data) => symmetricDecrypt({ key: deps.secret, data }),
  };
}
