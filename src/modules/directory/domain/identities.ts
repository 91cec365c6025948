/** `source` and record key in one text: no source name holds a line feed. */
export type RecordRef = string;

export const recordRef = (source: string, recordKey: string): RecordRef => `${source}\n${recordKey}`;

export function splitRef(ref: RecordRef): { source: string; recordKey: string } {
  const at = ref.indexOf('\n');
  return { source: ref.slice(0, at), recordKey: ref.slice(at + 1) };
}

export interface KnownPlace {
  createdAt: Date;
  status: 'published' | 'merged' | 'removed';
}

export interface IdentityInput {
  /** Groups of records that describe one place each. */
  clusters: readonly (readonly RecordRef[])[];
  /** Where each record stood until now. */
  membership: ReadonlyMap<RecordRef, string>;
  places: ReadonlyMap<string, KnownPlace>;
  /** The identifier that a record gives to the place it founds; `attempt` grows when it is taken. */
  mintId: (founder: RecordRef, attempt: number) => string;
}

export interface Identities {
  placeOf: Map<RecordRef, string>;
  created: string[];
  /** Merged places that stand apart again and live again under their own identifier. */
  restored: string[];
  merged: { from: string; into: string }[];
  split: { from: string; into: string }[];
}

/**
 * Gives every cluster an identifier so that none ever changes hands: an identifier follows most of its records; when
 * several meet, the oldest stays and the others will redirect to it; a group that inherits none founds its own.
 */
export function assignIdentities(input: IdentityInput): Identities {
  const clusters = input.clusters.map((cluster) => [...cluster].sort());
  clusters.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  const heirs = chooseHeirs(clusters, input.membership);
  const result: Identities = { placeOf: new Map(), created: [], restored: [], merged: [], split: [] };
  const taken = new Set<string>();
  const orphans: RecordRef[][] = [];
  for (const [rank, cluster] of clusters.entries()) {
    const inherited = [...(heirs.get(rank) ?? [])].sort((a, b) => byAge(a, b, input.places));
    const survivor = inherited[0];
    if (survivor === undefined) {
      orphans.push(cluster);
      continue;
    }
    taken.add(survivor);
    for (const from of inherited.slice(1)) result.merged.push({ from, into: survivor });
    for (const ref of cluster) result.placeOf.set(ref, survivor);
  }
  for (const cluster of orphans) settleOrphan(cluster, input, { taken, result });
  return result;
}

/** For each cluster, the identifiers it inherits: those of which it holds most records, the first cluster on a tie. */
function chooseHeirs(
  clusters: readonly RecordRef[][],
  membership: ReadonlyMap<RecordRef, string>,
): Map<number, string[]> {
  const claims = new Map<string, Map<number, number>>();
  for (const [rank, cluster] of clusters.entries())
    for (const ref of cluster) {
      const id = membership.get(ref);
      if (id === undefined) continue;
      const counts = claims.get(id) ?? new Map<number, number>();
      claims.set(id, counts.set(rank, (counts.get(rank) ?? 0) + 1));
    }
  const heirs = new Map<number, string[]>();
  for (const [id, counts] of claims) {
    const [rank] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
    heirs.set(rank, [...(heirs.get(rank) ?? []), id]);
  }
  return heirs;
}

function byAge(a: string, b: string, places: ReadonlyMap<string, KnownPlace>): number {
  const age = (id: string) => places.get(id)?.createdAt.getTime() ?? Number.POSITIVE_INFINITY;
  return age(a) - age(b) || (a < b ? -1 : 1);
}

function settleOrphan(
  cluster: readonly RecordRef[],
  input: IdentityInput,
  { taken, result }: { taken: Set<string>; result: Identities },
): void {
  const revived = cluster
    .map((ref) => input.mintId(ref, 0))
    .find((id) => input.places.get(id)?.status === 'merged' && !taken.has(id));
  const id = revived ?? mintFree(cluster[0]!, input, taken);
  taken.add(id);
  if (revived) result.restored.push(id);
  else result.created.push(id);
  const formerIds = new Set(
    cluster.map((ref) => input.membership.get(ref)).filter((former) => former !== undefined),
  );
  for (const from of [...formerIds].sort()) result.split.push({ from, into: id });
  for (const ref of cluster) result.placeOf.set(ref, id);
}

function mintFree(founder: RecordRef, input: IdentityInput, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = input.mintId(founder, attempt);
    if (!input.places.has(id) && !taken.has(id)) return id;
  }
}
