import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '../../directory/index.ts';
import { preparePlaceIndex } from '../domain/index/place-index-of.ts';

/**
 * Makes the index and the calendar of a catalogue before anyone searches it, answering requests between two slices of
 * work. Called again later, it only renews the calendar, once a week.
 */
export async function prepareSearch({ places }: Catalogue, now: Date): Promise<void> {
  const work = preparePlaceIndex(places, now);
  while (!work.next().done) await setImmediate();
}
