import type { Catalogue, PublishedPlace } from '../../../directory/index.ts';
import type { CommuneReference } from '../../../standard/index.ts';
import type { World } from '../../domain/world.ts';

export interface FinderDeps {
  /** Null until the directory is first loaded. */
  catalogue: () => Catalogue | null;
  communes: () => CommuneReference;
}

export type FinderWorld = World<PublishedPlace> & { catalogue: Catalogue };
