import type { Catalogue, PublishedPlace } from '../../../directory/index.ts';
import type { CommuneReference } from '../../../standard/index.ts';
import type { World } from '../../domain/world.ts';

/** What lies under the markers of the map; null: nothing, the markers stand on a blank ground. */
export type MapGround = { tileUrl: string; attribution: string } | null;

export interface FinderDeps {
  /** Null until the directory is first loaded. */
  catalogue: () => Catalogue | null;
  communes: () => CommuneReference;
  mapGround: MapGround;
  /** Where kiosks stand that do not say it in their address. */
  kioskTown?: string | undefined;
  /** Whether text messages have a way out: a screen at a desk has no telephone of its own. */
  canText?: boolean;
  /** Text of the script that other sites load; absent where no other site can ask for it. */
  embedScript?: () => string;
}

export type FinderWorld = World<PublishedPlace> & { catalogue: Catalogue };
