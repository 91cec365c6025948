import { compactDecrypt, exportJWK, generateKeyPair, type JWK } from 'jose';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { publicKeySchema } from '../domain/late.ts';
import type { PublicKey } from '../domain/late-signature.ts';
import { insertDevice, revokeDevice } from '../store/devices.ts';
import { audit, type Hand, randomName, type VoucherDeps } from './deps.ts';

/** While there is network: the device that stands at this desk may work without it, in the name of this person. */
export async function registerDevice(
  publicKey: PublicKey,
  hand: Hand,
  deps: VoucherDeps,
): Promise<{ id: string; sealingKey: PublicKey }> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const openingKey = await exportJWK(pair.privateKey);
  const [id, at] = [`D-${randomName(10, deps)}`, deps.clock()];
  const { person, organisation: structure } = hand;
  await deps.db.inTransaction<null, never>(async (tx) => {
    await insertDevice(tx, { id, person, structure, publicKey, openingKey, registeredAt: at });
    await audit(tx, hand, { action: 'device-registered', subjectKind: 'device', subjectId: id, at });
    return ok(null);
  });
  return { id, sealingKey: publicKeySchema.parse(openingKey) };
}

/** What a device closed, as it was typed; null when it was closed for another. */
export async function openSealed(sealed: string, openingKey: JWK): Promise<string | null> {
  const limits = { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] };
  try {
    return new TextDecoder().decode((await compactDecrypt(sealed, openingKey, limits)).plaintext);
  } catch {
    return null;
  }
}

/** Lost, stolen or given away: nothing that it sends counts from now on. By anyone who works at the same place. */
export function withdrawDevice(
  id: string,
  hand: Hand,
  deps: VoucherDeps,
): Promise<Result<null, { kind: 'unknown-device' }>> {
  return deps.db.inTransaction<null, { kind: 'unknown-device' }>(async (tx) => {
    const at = deps.clock();
    if (!(await revokeDevice(tx, { id, structure: hand.organisation, at })))
      return refuse({ kind: 'unknown-device' });
    await audit(tx, hand, { action: 'device-withdrawn', subjectKind: 'device', subjectId: id, at });
    return ok(null);
  });
}
