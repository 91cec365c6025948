import { type AddressParts, readAddress } from './address-parts.ts';
import {
  isRoundedSiret,
  machineId,
  readEmail,
  readPhones,
  readSiret,
  readWebsite,
  sirenKinds,
  typologyKinds,
} from './contact-parts.ts';
import { kindBit } from './lexicon.ts';
import type { MatchRecord } from './match-record.ts';
import { NameReader } from './name-parts.ts';
import { type Ragged, RaggedBuilder } from './ragged.ts';
import { significantWords } from './text-tokens.ts';
import { Interner } from './vocabulary.ts';

/** Records in columns, in increasing order of `rid`: nothing computed from them depends on the order given. */
export interface Corpus {
  records: readonly MatchRecord[];
  size: number;
  words: Interner;
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
  counts: Record<
    'phone' | 'email' | 'emailDomain' | 'host' | 'page' | 'siret' | 'siren' | 'nameKey' | 'addressKey',
    number
  >;
}

interface Interners {
  sources: Interner;
  names: Interner;
  communes: Interner;
  insee: Interner;
  postal: Interner;
  addresses: Interner;
  phones: Interner;
  emails: Interner;
  domains: Interner;
  hosts: Interner;
  pages: Interner;
  sirets: Interner;
  sirens: Interner;
  machineIds: Interner;
}

interface CommuneWords {
  id: number;
  tokens: ReadonlySet<number>;
}

interface Building {
  corpus: Corpus;
  interners: Interners;
  names: NameReader;
  core: RaggedBuilder;
  numerals: RaggedBuilder;
  way: RaggedBuilder;
  phones: RaggedBuilder;
  communes: Map<string, CommuneWords>;
}

export function buildCorpus(records: readonly MatchRecord[]): Corpus {
  const sorted = sortedByRid(records);
  const building = startBuilding(sorted);
  for (let row = 0; row < sorted.length; row += 1) {
    const record = sorted[row]!;
    const commune = readCommune(building, record);
    fillName(building, row, commune);
    fillPlace(building, row, commune);
    fillContacts(building, row);
    fillIdentifiers(building, row);
  }
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
      emailDomain: 0,
      host: 0,
      page: 0,
      siret: 0,
      siren: 0,
      nameKey: 0,
      addressKey: 0,
    },
  };
  return {
    corpus,
    interners: startInterners(),
    names: new NameReader(words),
    core: new RaggedBuilder(size, 3),
    numerals: new RaggedBuilder(size, 1),
    way: new RaggedBuilder(size, 2),
    phones: new RaggedBuilder(size, 1),
    communes: new Map(),
  };
}

const startInterners = (): Interners => ({
  sources: new Interner(),
  names: new Interner(),
  communes: new Interner(),
  insee: new Interner(),
  postal: new Interner(),
  addresses: new Interner(),
  phones: new Interner(),
  emails: new Interner(),
  domains: new Interner(),
  hosts: new Interner(),
  pages: new Interner(),
  sirets: new Interner(),
  sirens: new Interner(),
  machineIds: new Interner(),
});

const NOT_A_COMMUNE_WORD = /^(?:cedex|arrondissement|\d+)$/;
const NO_COMMUNE: CommuneWords = { id: -1, tokens: new Set() };

/** A commune is its département and its name: « Saint-Denis » is a dozen communes. */
function readCommune({ communes, interners, corpus }: Building, record: MatchRecord): CommuneWords {
  if (!record.city) return NO_COMMUNE;
  const area = departement(record);
  const written = `${area}|${record.city}`;
  const known = communes.get(written);
  if (known) return known;
  const words = significantWords(record.city).filter((word) => !NOT_A_COMMUNE_WORD.test(word));
  const tokens = new Set(words.map((word) => corpus.words.id(word)));
  const commune =
    words.length === 0 ? NO_COMMUNE : { id: interners.communes.id(`${area}|${words.join(' ')}`), tokens };
  if (commune.id >= 0) corpus.communeWords[commune.id] = tokens;
  communes.set(written, commune);
  return commune;
}

function departement({ postalCode, codeInsee }: MatchRecord): string {
  const code = postalCode || codeInsee || '';
  if (code.startsWith('97') || code.startsWith('98')) return code.slice(0, 3);
  // Postal codes write Corse 20, INSEE codes 2A and 2B.
  return /^2[AB]/i.test(code) ? '20' : code.slice(0, 2);
}

/** A stop of a round is a site of its service, as a branch is. */
const ON_THE_ROAD = kindBit('mobile') | kindBit('itinerant');
const BRANCH_TYPOLOGY = /\b(?:antenne|annexe)\b/i;

function fillName(
  { corpus, interners, names, core, numerals }: Building,
  row: number,
  commune: CommuneWords,
): void {
  const record = corpus.records[row]!;
  const parts = names.read(record.name, commune.tokens);
  corpus.source[row] = interners.sources.id(record.source);
  corpus.nameKey[row] = parts.key === '' ? -1 : interners.names.id(parts.key);
  corpus.kinds[row] = parts.kinds;
  corpus.isBranch[row] = parts.isBranch || (parts.kinds & ON_THE_ROAD) !== 0 ? 1 : 0;
  if (record.typology) {
    corpus.typologyKinds[row] = typologyKinds(record.typology);
    if (BRANCH_TYPOLOGY.test(record.typology)) corpus.isBranch[row] = 1;
  }
  for (const token of parts.core) core.add(token);
  core.endRow();
  for (const token of parts.numerals) numerals.add(token);
  numerals.endRow();
}

function fillPlace({ corpus, interners, way }: Building, row: number, commune: CommuneWords): void {
  const record = corpus.records[row]!;
  corpus.commune[row] = commune.id;
  if (record.codeInsee) corpus.codeInsee[row] = interners.insee.id(record.codeInsee);
  if (record.postalCode) corpus.postalCode[row] = interners.postal.id(record.postalCode.trim());
  if (record.address) {
    const parts = readAddress(record.address);
    corpus.number[row] = parts.number;
    corpus.lastNumber[row] = parts.lastNumber;
    const kept = wayWithoutCommune(parts, commune, corpus.words);
    for (const token of kept) way.add(token);
    if (kept.length > 0)
      corpus.addressKey[row] = interners.addresses.id(`${commune.id}|${kept.join(' ')}|${parts.number}`);
  }
  way.endRow();
  const { latitude, longitude } = record;
  if (isOnEarth(latitude, longitude)) {
    corpus.latitude[row] = latitude!;
    corpus.longitude[row] = longitude!;
  }
}

function wayWithoutCommune({ way }: AddressParts, { tokens }: CommuneWords, words: Interner): number[] {
  const all = way.map((word) => words.id(word));
  const kept = all.filter((token) => !tokens.has(token));
  return kept.length > 0 ? kept : all;
}

const isOnEarth = (latitude?: number | null, longitude?: number | null): boolean =>
  typeof latitude === 'number' &&
  typeof longitude === 'number' &&
  Math.abs(latitude) <= 90 &&
  Math.abs(longitude) <= 180 &&
  (latitude !== 0 || longitude !== 0);

function fillContacts({ corpus, interners, phones }: Building, row: number): void {
  const { phone, email, website } = corpus.records[row]!;
  if (phone) for (const number of readPhones(phone)) phones.add(interners.phones.id(number));
  phones.endRow();
  const mailbox = email ? readEmail(email) : null;
  if (mailbox) {
    corpus.email[row] = interners.emails.id(mailbox.address);
    if (mailbox.domain) corpus.emailDomain[row] = interners.domains.id(mailbox.domain);
    corpus.mailKinds[row] = mailbox.kinds;
  }
  const site = website ? readWebsite(website) : null;
  if (!site) return;
  if (site.host) corpus.host[row] = interners.hosts.id(site.host);
  if (site.page) corpus.page[row] = interners.pages.id(site.page);
}

function fillIdentifiers({ corpus, interners }: Building, row: number): void {
  const { rid, siret: written } = corpus.records[row]!;
  const siret = written ? readSiret(written) : null;
  if (siret) {
    if (!isRoundedSiret(siret)) corpus.siret[row] = interners.sirets.id(siret);
    corpus.siren[row] = interners.sirens.id(siret.slice(0, 9));
    corpus.kinds[row]! |= sirenKinds(siret);
  }
  const origin = machineId(rid);
  if (origin) corpus.machineId[row] = interners.machineIds.id(origin);
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
      emailDomain: interners.domains.size,
      host: interners.hosts.size,
      page: interners.pages.size,
      siret: interners.sirets.size,
      siren: interners.sirens.size,
      nameKey: interners.names.size,
      addressKey: interners.addresses.size,
    },
  };
}
