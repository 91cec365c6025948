import type { RateLimiter } from '../../../platform/web/rate-limit.ts';
import type { Access, Actor } from '../../access/index.ts';
import type { CommuneReference } from '../../standard/index.ts';
import type { Hand, VoucherDeps } from '../actions/deps.ts';

export interface VoucherWebDeps extends VoucherDeps {
  access: Access;
  communes: CommuneReference;
  /** Number of the published place that has this SIRET, if any. */
  placeOf: (siret: string) => string | null;
  /** Of the published place that has this SIRET: whether its hours say that it is closed at an instant, since they last changed (V17). */
  closedAt: (siret: string) => Promise<(at: Date) => boolean>;
  /** Whether text messages have a way out. */
  canText: boolean;
  /** How many codes that nobody has may be tried (V10). */
  limits: { codesOfPerson: RateLimiter; codesOfPlace: RateLimiter };
}

/** Who acts, as the ledger and the history of passes name them. */
export const handOf = ({ personId, organisation }: Actor): Hand => ({
  person: personId,
  organisation: organisation.id,
});

/** Chosen by the page that holds a form, so that a form sent twice does its work once. */
export const newKey = ({ randomBytes }: VoucherDeps): string => Buffer.from(randomBytes(16)).toString('hex');
