import type { Corpus, RecordCorpus } from './corpus.ts';
import type { MatchRecord } from './match-record.ts';
import { NameReader } from './name-parts.ts';
import { PairIds } from './pair-ids.ts';
import { type Ragged, RaggedBuilder } from './ragged.ts';
import { type Building, type Interners, type Numberings, numberEach, readRecord } from './read-record.ts';
import { Interner } from './vocabulary.ts';

export interface ReadCorpus {
  corpus: RecordCorpus;
  /** Needed only to read more records afterwards. */
  interners: Numberings<Interner, PairIds>;
}

export const buildCorpus = (records: readonly MatchRecord[]): RecordCorpus => readCorpus(records).corpus;

export function readCorpus(records: readonly MatchRecord[]): ReadCorpus {
  const sorted = sortedByRid(records);
  const interners = { ...numberEach(() => new Interner()), addresses: new PairIds(records.length) };
  return {
    corpus: { ...readInto(sorted, { interners, names: new NameReader(interners.words) }), records: sorted },
    interners,
  };
}

/** The same as `buildCorpus`, in steps between which others may work. */
export function* corpusSteps(records: readonly MatchRecord[]): Generator<undefined, RecordCorpus> {
  const sorted = sortedByRid(records);
  const interners = { ...numberEach(() => new Interner()), addresses: new PairIds(records.length) };
  const building = startBuilding(sorted.length, { interners, names: new NameReader(interners.words) });
  for (const [row, record] of sorted.entries()) {
    readRecord(building, record, row);
    if (row % STEP_ROWS === STEP_ROWS - 1) yield;
  }
  return { ...finish(building), records: sorted };
}

/** Records read or compared in one step: some tens of milliseconds. */
export const STEP_ROWS = 1000;

/** Reads records with numbers already given: to compare them with those that gave these numbers. */
export function readInto(
  records: readonly MatchRecord[],
  reading: { interners: Interners; names: NameReader },
): Corpus {
  const building = startBuilding(records.length, reading);
  records.forEach((record, row) => {
    readRecord(building, record, row);
  });
  return finish(building);
}

export function sortedByRid(records: readonly MatchRecord[]): readonly MatchRecord[] {
  for (let at = 1; at < records.length; at += 1) {
    if (records[at - 1]!.rid > records[at]!.rid) {
      return records.toSorted((a, b) => (a.rid < b.rid ? -1 : a.rid > b.rid ? 1 : 0));
    }
  }
  return records;
}

function startBuilding(
  size: number,
  { interners, names }: { interners: Interners; names: NameReader },
): Building {
  const unknown = (): Int32Array => new Int32Array(size).fill(-1);
  const noRows: Ragged = { offsets: new Uint32Array(size + 1), items: new Int32Array(0) };
  const corpus: Corpus = {
    size,
    words: interners.words,
    source: unknown(),
    nameKey: unknown(),
    core: noRows,
    numerals: noRows,
    kinds: new Int32Array(size),
    mailKinds: new Int32Array(size),
    typologyKinds: new Int32Array(size),
    isBranch: new Uint8Array(size),
    way: noRows,
    number: new Int32Array(size),
    lastNumber: new Int32Array(size),
    commune: unknown(),
    area: unknown(),
    communeWords: [],
    nameTexts: [],
    codeInsee: unknown(),
    postalCode: unknown(),
    addressKey: unknown(),
    latitude: new Float64Array(size).fill(Number.NaN),
    longitude: new Float64Array(size).fill(Number.NaN),
    phones: noRows,
    email: unknown(),
    emailDomain: unknown(),
    host: unknown(),
    page: unknown(),
    siret: unknown(),
    siren: unknown(),
    machineId: unknown(),
    counts: {
      phone: 0,
      email: 0,
      host: 0,
      page: 0,
      siret: 0,
      addressKey: 0,
    },
  };
  return {
    corpus,
    interners,
    names,
    core: new RaggedBuilder(size, 3),
    numerals: new RaggedBuilder(size, 1),
    way: new RaggedBuilder(size, 2),
    phones: new RaggedBuilder(size, 1),
    communes: new Map(),
  };
}

function finish({ corpus, interners, core, numerals, way, phones }: Building): Corpus {
  return {
    ...corpus,
    nameTexts: interners.names.texts,
    core: core.build(),
    numerals: numerals.build(),
    way: way.build(),
    phones: phones.build(),
    counts: {
      phone: interners.phones.size,
      email: interners.emails.size,
      host: interners.hosts.size,
      page: interners.pages.size,
      siret: interners.sirets.size,
      addressKey: interners.addresses.size,
    },
  };
}
