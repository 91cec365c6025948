import type { Actor } from '../../../access/index.ts';
import type { CountingDevices } from '../../pages/parts/offline-island.tsx';
import type { Device } from '../../store/devices.ts';

/** Told to the page, which knows by itself only what its browser keeps: nobody works a week on a device that was withdrawn. */
export function countingDevices(
  devices: readonly Device[],
  { personId }: Pick<Actor, 'personId'>,
): CountingDevices {
  const live = devices.filter(({ revokedAt }) => revokedAt === null);
  const numbers = (some: readonly Device[]) => some.map(({ id }) => id);
  return { live: numbers(live), own: numbers(live.filter(({ person }) => person === personId)) };
}
