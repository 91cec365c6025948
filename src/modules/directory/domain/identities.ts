import type { RecordRef } from '../../../kernel/record-ref.ts';

export interface KnownPlace {
  createdAt: Date;
  status: 'published' | 'merged' | 'removed';
  mergedInto: string | null;
}

/** Where a record stands, and the place it would stand in if nothing were merged. */
export interface Standing {
  placeId: string;
  homeId: string;
}

export interface IdentityInput {
  /** Groups of records that describe one place each. */
  clusters: readonly (readonly RecordRef[])[];
  /** Where each record stood until now. */
  standing: ReadonlyMap<RecordRef, Standing>;
  places: ReadonlyMap<string, KnownPlace>;
  /** The identifier that a record gives to the place it founds; `attempt` grows when it is taken. */
  mintId: (founder: RecordRef, attempt: number) => string;
}

export interface Identities {
  standing: Map<RecordRef, Standing>;
  created: string[];
  /** Merged places that stand apart again and live again under their own identifier. */
  restored: string[];
  merged: { from: string; into: string }[];
  split: { from: string; into: string }[];
}

/**
 * Gives every cluster an identifier so that none ever changes hands: an identifier follows most of the records whose
 * home it is; when several meet, the oldest stays and the others redirect to it; a group that inherits none founds its
 * own. Neither merging nor moving changes a home, so groups that come back find their identifiers again at any later time.
 */
export function assignIdentities(input: IdentityInput): Identities {
  const clusters = input.clusters.map((cluster) => [...cluster].sort());
  clusters.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  const heirs = chooseHeirs(clusters, input);
  const result: Identities = { standing: new Map(), created: [], restored: [], merged: [], split: [] };
  const taken = new Set<string>();
  for (const [rank, cluster] of clusters.entries()) {
    const inherited = [...(heirs.get(rank) ?? [])].sort((a, b) => bySurvival(a, b, input.places));
    const id = inherited[0] ?? mintFree(cluster[0]!, input, taken);
    taken.add(id);
    if (inherited.length === 0) result.created.push(id);
    else if (input.places.get(id)?.status === 'merged') result.restored.push(id);
    noteMerges(inherited, input.places, result);
    settle(cluster, { id, isFounded: inherited.length === 0 }, { input, result });
  }
  return result;
}

interface Claim {
  rank: number;
  /** Records of the cluster whose home is claimed, and how many of them stand where it now leads. */
  homes: number;
  present: number;
}

/** For each cluster, the homes it inherits: those of which it holds most records; on a tie, the cluster that had it. */
function chooseHeirs(
  clusters: readonly RecordRef[][],
  { standing, places }: Pick<IdentityInput, 'standing' | 'places'>,
): Map<number, string[]> {
  const claims = new Map<string, Map<number, Claim>>();
  for (const [rank, cluster] of clusters.entries())
    for (const ref of cluster) {
      const before = standing.get(ref);
      if (!before) continue;
      const leadsTo = places.get(before.homeId)?.mergedInto ?? before.homeId;
      const claimants = claims.get(before.homeId) ?? new Map<number, Claim>();
      const claim = claimants.get(rank) ?? { rank, homes: 0, present: 0 };
      claim.homes += 1;
      if (before.placeId === leadsTo) claim.present += 1;
      claims.set(before.homeId, claimants.set(rank, claim));
    }
  const heirs = new Map<number, string[]>();
  for (const [id, claimants] of claims) {
    const { rank } = [...claimants.values()].sort(byRight)[0]!;
    heirs.set(rank, [...(heirs.get(rank) ?? []), id]);
  }
  return heirs;
}

const byRight = (x: Claim, y: Claim): number => y.homes - x.homes || y.present - x.present || x.rank - y.rank;

/** The oldest stays. But what is shown stays shown: a removed place survives no other. */
function bySurvival(a: string, b: string, places: ReadonlyMap<string, KnownPlace>): number {
  const isRemoved = (id: string) => Number(places.get(id)?.status === 'removed');
  const age = (id: string) => places.get(id)?.createdAt.getTime() ?? Number.POSITIVE_INFINITY;
  return isRemoved(a) - isRemoved(b) || age(a) - age(b) || (a < b ? -1 : 1);
}

/** A removed place does not redirect: its page goes on saying that it closed, and a split finds it removed. */
function noteMerges(
  [into, ...others]: readonly string[],
  places: ReadonlyMap<string, KnownPlace>,
  result: Identities,
): void {
  if (into === undefined) return;
  for (const from of others) {
    const place = places.get(from);
    if (place?.status !== 'removed' && place?.mergedInto !== into) result.merged.push({ from, into });
  }
}

function settle(
  cluster: readonly RecordRef[],
  { id, isFounded }: { id: string; isFounded: boolean },
  { input, result }: { input: IdentityInput; result: Identities },
): void {
  const isNew = isFounded || input.places.get(id)?.status === 'merged';
  const left = new Set<string>();
  for (const ref of cluster) {
    const before = input.standing.get(ref);
    if (isNew && before && before.placeId !== id) left.add(before.placeId);
    const homeId = before && !isFounded ? before.homeId : id;
    result.standing.set(ref, { placeId: id, homeId });
  }
  for (const from of [...left].sort()) result.split.push({ from, into: id });
}

function mintFree(founder: RecordRef, input: IdentityInput, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = input.mintId(founder, attempt);
    if (!input.places.has(id) && !taken.has(id)) return id;
  }
}
