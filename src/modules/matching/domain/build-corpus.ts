import type { Corpus } from './corpus.ts';
import type { MatchRecord } from './match-record.ts';
import { NameReader } from './name-parts.ts';
import { PairIds } from './pair-ids.ts';
import { type Ragged, RaggedBuilder } from './ragged.ts';
import { type Building, type Interners, readRecord } from './read-record.ts';
import { Interner } from './vocabulary.ts';

export function buildCorpus(records: readonly MatchRecord[]): Corpus {
  const sorted = sortedByRid(records);
  const building = startBuilding(sorted);
  for (let row = 0; row < sorted.length; row += 1) readRecord(building, row);
  return finish(building);
}

function sortedByRid(records: readonly MatchRecord[]): readonly MatchRecord[] {
  for (let at = 1; at < records.length; at += 1) {
    if (records[at - 1]!.rid > records[at]!.rid) {
      return records.toSorted((a, b) => (a.rid < b.rid ? -1 : a.rid > b.rid ? 1 : 0));
    }
  }
  return records;
}

function startBuilding(records: readonly MatchRecord[]): Building {
  const size = records.length;
  const words = new Interner();
  const unknown = (): Int32Array => new Int32Array(size).fill(-1);
  const noRows: Ragged = { offsets: new Uint32Array(size + 1), items: new Int32Array(0) };
  const corpus: Corpus = {
    records,
    size,
    words,
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
    interners: startInterners(size),
    names: new NameReader(words),
    core: new RaggedBuilder(size, 3),
    numerals: new RaggedBuilder(size, 1),
    way: new RaggedBuilder(size, 2),
    phones: new RaggedBuilder(size, 1),
    communes: new Map(),
  };
}

const startInterners = (size: number): Interners => ({
  sources: new Interner(),
  names: new Interner(),
  communes: new Interner(),
  insee: new Interner(),
  postal: new Interner(),
  addresses: new PairIds(size),
  phones: new Interner(),
  emails: new Interner(),
  domains: new Interner(),
  hosts: new Interner(),
  pages: new Interner(),
  sirets: new Interner(),
  sirens: new Interner(),
  machineIds: new Interner(),
});

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
