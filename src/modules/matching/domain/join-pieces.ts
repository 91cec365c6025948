import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { renumberAddresses } from './address-keys.ts';
import type { Corpus } from './corpus.ts';
import { PairIds } from './pair-ids.ts';
import type { ReaderNumbers, ReadPiece } from './piece-reader.ts';
import type { Ragged } from './ragged.ts';
import { numberEach, type TextColumn, wordsOfCommune } from './read-record.ts';
import { Interner } from './vocabulary.ts';

export interface JoinedPieces {
  /** In order: the rows of the corpus. */
  rids: string[];
  corpus: Corpus;
}

export interface RepeatedRid {
  kind: 'repeated-rid';
  rid: string;
}

/** Whose numbers each column holds. */
const NUMBERED = {
  source: 'sources',
  nameKey: 'names',
  commune: 'communes',
  area: 'areas',
  codeInsee: 'insee',
  postalCode: 'postal',
  addressKey: 'addresses',
  email: 'emails',
  emailDomain: 'domains',
  host: 'hosts',
  page: 'pages',
  siret: 'sirets',
  siren: 'sirens',
  machineId: 'machineIds',
} as const satisfies Partial<Record<keyof Corpus, NumberedColumn>>;
const RAGGED = { core: 'words', numerals: 'words', way: 'words', phones: 'phones' } as const;
const WHOLE_NUMBERS = { kinds: 0, mailKinds: 0, typologyKinds: 0, number: 0, lastNumber: 0 } as const;
const DEGREES = { latitude: 0, longitude: 0 } as const;

type NumberedColumn = TextColumn | 'addresses';
/** The number that all readers now share, by the number that one of them gave. */
type Renumbering = Record<NumberedColumn, Int32Array>;

/** One corpus of the pieces that several readers read, each with its own numbers. */
export function joinPieces(
  pieces: readonly ReadPiece[],
  numbers: readonly ReaderNumbers[],
): Result<JoinedPieces, RepeatedRid> {
  const interners = { ...numberEach(() => new Interner()), addresses: new PairIds(1) };
  const shared = numbers.map((own) => renumber(own, interners));
  const { rids, rowsOf } = sortRows(pieces);
  const repeated = rids.findIndex((rid, row) => row > 0 && rid === rids[row - 1]);
  if (repeated >= 0) return refuse({ kind: 'repeated-rid', rid: rids[repeated]! });
  const joining: Joining = { pieces, rowsOf, shared, size: rids.length };
  return ok({
    rids,
    corpus: {
      ...eachOf(NUMBERED, (name) => joinNumbered(joining, name)),
      ...eachOf(RAGGED, (name) => joinRagged(joining, name)),
      ...eachOf(WHOLE_NUMBERS, (name) => joinPlain(joining, name, new Int32Array(joining.size))),
      ...eachOf(DEGREES, (name) => joinPlain(joining, name, new Float64Array(joining.size))),
      isBranch: joinPlain(joining, 'isBranch', new Uint8Array(joining.size)),
      size: rids.length,
      words: { texts: interners.words.texts },
      nameTexts: interners.names.texts,
      communeWords: interners.communes.texts.map((text) => wordsOfCommune(text, interners.words)),
      counts: {
        phone: interners.phones.size,
        email: interners.emails.size,
        host: interners.hosts.size,
        page: interners.pages.size,
        siret: interners.sirets.size,
        addressKey: interners.addresses.size,
      },
    },
  });
}

const eachOf = <Name extends string, Made>(
  names: Readonly<Record<Name, unknown>>,
  make: (name: Name) => Made,
): Record<Name, Made> =>
  Object.fromEntries((Object.keys(names) as Name[]).map((name) => [name, make(name)])) as Record<Name, Made>;

type SharedNumbers = Record<TextColumn, Interner> & { addresses: PairIds };

function renumber({ texts, addresses }: ReaderNumbers, shared: SharedNumbers): Renumbering {
  const columns = numberEach((column) => Int32Array.from(texts[column], (text) => shared[column].id(text)));
  const { communes, words } = columns;
  return { ...columns, addresses: renumberAddresses(addresses, { ids: shared.addresses, communes, words }) };
}

interface Joining {
  pieces: readonly ReadPiece[];
  /** For each piece, the row that each of its own becomes. */
  rowsOf: readonly Int32Array[];
  shared: readonly Renumbering[];
  size: number;
}

/** Each piece is in order already, which spares most comparisons. */
function sortRows(pieces: readonly ReadPiece[]): { rids: string[]; rowsOf: Int32Array[] } {
  const all = pieces.flatMap(({ rids }) => rids);
  const order = Array.from(all, (_, at) => at).sort((x, y) =>
    all[x]! < all[y]! ? -1 : all[x]! > all[y]! ? 1 : 0,
  );
  const rowOf = new Int32Array(all.length);
  for (const [row, at] of order.entries()) rowOf[at] = row;
  let start = 0;
  const rowsOf = pieces.map(({ rids }) => {
    start += rids.length;
    return rowOf.subarray(start - rids.length, start);
  });
  return { rids: order.map((at) => all[at]!), rowsOf };
}

function joinNumbered({ pieces, rowsOf, shared, size }: Joining, name: keyof typeof NUMBERED): Int32Array {
  const joined = new Int32Array(size);
  for (const [at, { reader, columns }] of pieces.entries()) {
    const numberOf = shared[reader]![NUMBERED[name]];
    const [own, rows] = [columns[name], rowsOf[at]!];
    for (let row = 0; row < rows.length; row += 1)
      joined[rows[row]!] = own[row]! < 0 ? -1 : numberOf[own[row]!]!;
  }
  return joined;
}

type PlainColumn = 'isBranch' | keyof typeof WHOLE_NUMBERS | keyof typeof DEGREES;

function joinPlain<Column extends { [row: number]: number }>(
  { pieces, rowsOf }: Joining,
  name: PlainColumn,
  joined: Column,
): Column {
  for (const [at, { columns }] of pieces.entries()) {
    const [own, rows] = [columns[name], rowsOf[at]!];
    for (let row = 0; row < rows.length; row += 1) joined[rows[row]!] = own[row]!;
  }
  return joined;
}

function joinRagged({ pieces, rowsOf, shared, size }: Joining, name: keyof typeof RAGGED): Ragged {
  const offsets = new Uint32Array(size + 1);
  for (const [at, { columns }] of pieces.entries()) {
    const [own, rows] = [columns[name].offsets, rowsOf[at]!];
    for (let row = 0; row < rows.length; row += 1) offsets[rows[row]! + 1] = own[row + 1]! - own[row]!;
  }
  for (let row = 0; row < size; row += 1) offsets[row + 1]! += offsets[row]!;
  const items = new Int32Array(offsets[size]!);
  for (const [at, { reader, columns }] of pieces.entries()) {
    const numberOf = shared[reader]![RAGGED[name]];
    const [own, rows] = [columns[name], rowsOf[at]!];
    for (let row = 0; row < rows.length; row += 1) {
      let to = offsets[rows[row]!]!;
      for (let slot = own.offsets[row]!; slot < own.offsets[row + 1]!; slot += 1, to += 1)
        items[to] = numberOf[own.items[slot]!]!;
    }
  }
  return { offsets, items };
}
