import type { MatchRecord } from './match-record.ts';
import type { Ragged } from './ragged.ts';

/**
 * Records in columns, in increasing order of `rid`: nothing computed from them depends on the order given, nor on which
 * number each text has. Plain data: threads share it.
 */
export interface Corpus {
  size: number;
  words: { readonly texts: readonly string[] };
  source: Int32Array;
  nameKey: Int32Array;
  core: Ragged;
  numerals: Ragged;
  /** Kinds told by the name or the SIREN, by the mail box, by the typology. */
  kinds: Int32Array;
  mailKinds: Int32Array;
  typologyKinds: Int32Array;
  isBranch: Uint8Array;
  way: Ragged;
  number: Int32Array;
  lastNumber: Int32Array;
  /** -1 when unknown, in every column of identifiers below. */
  commune: Int32Array;
  /** The département. */
  area: Int32Array;
  /** Words of each commune's name, by commune. */
  communeWords: ReadonlySet<number>[];
  /** Normal form of each distinct name, by `nameKey`. */
  nameTexts: readonly string[];
  codeInsee: Int32Array;
  postalCode: Int32Array;
  /** Identifies commune, way and number together; -1 without a way. */
  addressKey: Int32Array;
  /** NaN when unknown. */
  latitude: Float64Array;
  longitude: Float64Array;
  phones: Ragged;
  email: Int32Array;
  emailDomain: Int32Array;
  host: Int32Array;
  page: Int32Array;
  siret: Int32Array;
  siren: Int32Array;
  machineId: Int32Array;
  counts: Record<'phone' | 'email' | 'host' | 'page' | 'siret' | 'addressKey', number>;
}

/** Columns beside the records that they were read from. */
export interface RecordCorpus extends Corpus {
  records: readonly MatchRecord[];
}
