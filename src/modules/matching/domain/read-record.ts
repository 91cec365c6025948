import { addressKey } from './address-keys.ts';
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
import type { Corpus } from './corpus.ts';
import { kindBit } from './kinds.ts';
import type { MatchRecord } from './match-record.ts';
import type { NameReader } from './name-parts.ts';
import type { PairNumbering } from './pair-ids.ts';
import type { RaggedBuilder } from './ragged.ts';
import { significantWords } from './text-tokens.ts';
import type { Numbering } from './vocabulary.ts';

const TEXT_COLUMNS = [
  'words',
  'sources',
  'names',
  'communes',
  'areas',
  'insee',
  'postal',
  'phones',
  'emails',
  'domains',
  'hosts',
  'pages',
  'sirets',
  'sirens',
  'machineIds',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** Numbers of the texts of each column, and of the addresses. */
export type Numberings<Texts extends Numbering, Pairs extends PairNumbering> = Record<TextColumn, Texts> & {
  addresses: Pairs;
};
export type Interners = Numberings<Numbering, PairNumbering>;

/** One of them for each column of texts. */
export const numberEach = <Texts>(make: (column: TextColumn) => Texts): Record<TextColumn, Texts> =>
  Object.fromEntries(TEXT_COLUMNS.map((column) => [column, make(column)])) as Record<TextColumn, Texts>;

interface CommuneWords {
  id: number;
  tokens: ReadonlySet<number>;
}

export interface Building {
  corpus: Corpus;
  interners: Interners;
  names: NameReader;
  core: RaggedBuilder;
  numerals: RaggedBuilder;
  way: RaggedBuilder;
  phones: RaggedBuilder;
  /** By département, then by the name as written. */
  communes: Map<string, Map<string, CommuneWords>>;
}

/** Writes one record into every column. Rows are read in order. */
export function readRecord(building: Building, record: MatchRecord, row: number): void {
  const area = departement(record);
  const reading = { record, row, area, commune: readCommune(building, record.city, area) };
  fillName(building, reading);
  fillPlace(building, reading);
  fillContacts(building, reading);
  fillIdentifiers(building, reading);
}

interface Reading {
  record: MatchRecord;
  row: number;
  /** Its département. */
  area: string;
  commune: CommuneWords;
}

const NOT_A_COMMUNE_WORD = /^(?:cedex|arrondissement|\d+)$/;
const NO_COMMUNE: CommuneWords = { id: -1, tokens: new Set() };

/** A commune is its département and its name: « Saint-Denis » is a dozen communes. */
function readCommune(
  { communes, interners, corpus }: Building,
  city: MatchRecord['city'],
  area: string,
): CommuneWords {
  if (!city) return NO_COMMUNE;
  const ofArea = communes.get(area) ?? new Map<string, CommuneWords>();
  communes.set(area, ofArea);
  const known = ofArea.get(city);
  if (known) return known;
  const words = significantWords(city).filter((word) => !NOT_A_COMMUNE_WORD.test(word));
  const text = `${area}|${words.join(' ')}`;
  const tokens = wordsOfCommune(text, interners.words);
  const commune = words.length === 0 ? NO_COMMUNE : { id: interners.communes.id(text), tokens };
  if (commune.id >= 0) corpus.communeWords[commune.id] = tokens;
  ofArea.set(city, commune);
  return commune;
}

/** From the text by which a commune is numbered. */
export const wordsOfCommune = (text: string, words: Numbering): ReadonlySet<number> =>
  new Set(
    text
      .slice(text.lastIndexOf('|') + 1)
      .split(' ')
      .map((word) => words.id(word)),
  );

/** « 12 rue du Lavoir 01200 Valserhône ». */
const CODE_IN_ADDRESS = /\b(\d{5})\s+[a-z]/i;

function departement({ postalCode, codeInsee, address }: MatchRecord): string {
  const code = postalCode || codeInsee || CODE_IN_ADDRESS.exec(address ?? '')?.[1] || '';
  const start = code.slice(0, 2);
  if (start === '97' || start === '98') return code.slice(0, 3);
  // Postal codes write Corse 20, INSEE codes 2A and 2B.
  return CORSE.has(start) ? '20' : start;
}

const CORSE: ReadonlySet<string> = new Set(['2A', '2B', '2a', '2b']);

/** A stop of a round is a site of its service, as a branch is. */
const ON_THE_ROAD = kindBit('mobile') | kindBit('itinerant');
const BRANCH_TYPOLOGY = /\b(?:antenne|annexe)\b/i;

function fillName(
  { corpus, interners, names, core, numerals }: Building,
  { record, row, area, commune }: Reading,
): void {
  const parts = names.read(record.name, {
    communeTokens: commune.tokens,
    departement: area,
  });
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

function fillPlace({ corpus, interners, way }: Building, { record, row, area, commune }: Reading): void {
  corpus.commune[row] = commune.id;
  if (area !== '') corpus.area[row] = interners.areas.id(area);
  if (record.codeInsee) corpus.codeInsee[row] = interners.insee.id(record.codeInsee);
  if (record.postalCode) corpus.postalCode[row] = interners.postal.id(record.postalCode.trim());
  if (record.address) {
    const parts = readAddress(record.address);
    corpus.number[row] = parts.number;
    corpus.lastNumber[row] = parts.lastNumber;
    const kept = wayWithoutCommune(parts, commune, interners.words);
    for (const token of kept) way.add(token);
    corpus.addressKey[row] = addressKey(interners.addresses, {
      commune: commune.id,
      way: kept,
      number: parts.number,
    });
  }
  way.endRow();
  const { latitude, longitude } = record;
  if (isOnEarth(latitude, longitude)) {
    corpus.latitude[row] = latitude!;
    corpus.longitude[row] = longitude!;
  }
}

function wayWithoutCommune({ way }: AddressParts, { tokens }: CommuneWords, words: Numbering): number[] {
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

function fillContacts({ corpus, interners, phones }: Building, { record, row }: Reading): void {
  const { phone, email, website } = record;
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

function fillIdentifiers({ corpus, interners }: Building, { record, row }: Reading): void {
  const { rid, siret: written } = record;
  const siret = written ? readSiret(written) : null;
  if (siret) {
    if (!isRoundedSiret(siret)) corpus.siret[row] = interners.sirets.id(siret);
    corpus.siren[row] = interners.sirens.id(siret.slice(0, 9));
    corpus.kinds[row]! |= sirenKinds(siret);
  }
  const origin = machineId(rid);
  if (origin) corpus.machineId[row] = interners.machineIds.id(origin);
}
