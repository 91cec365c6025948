import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { words } from '../../../kernel/text.ts';
import { CATALOGUE, type CatalogueEntry } from '../domain/catalogue.ts';
import type { SourceCard } from '../store/sources.ts';
import { sha256 } from './read-file.ts';

/** One thing to import, before its bytes are read. */
export interface GatheredInput {
  card: SourceCard;
  origin: { kind: 'file'; path: string } | { kind: 'url'; url: string };
  /** Found while walking a folder: what holds no places is passed over, aloud, instead of stopping the import. */
  isFromFolder: boolean;
}

export type GatherRefusal =
  | { kind: 'not-found'; word: string }
  | { kind: 'empty-folder'; path: string }
  | { kind: 'name-for-many'; count: number };

const TABLE_EXTENSIONS = new Set([
  '.csv',
  '.tsv',
  '.txt',
  '.json',
  '.geojson',
  '.ndjson',
  '.jsonl',
  '.xlsx',
  '.ods',
]);

/** Turns what the user typed (files, folders, addresses, names of the catalogue) into inputs; order does not matter. */
export async function gatherInputs(
  typed: readonly string[],
  options: { folder: string; sourceName?: string | undefined },
): Promise<Result<GatheredInput[], GatherRefusal>> {
  const gathered: GatheredInput[] = [];
  for (const word of typed) {
    const inputs = await gatherWord(word, options.folder);
    if (!inputs.ok) return inputs;
    gathered.push(...inputs.value);
  }
  if (options.sourceName === undefined) return ok(withDistinctNames(gathered));
  if (gathered.length > 1) return refuse({ kind: 'name-for-many', count: gathered.length });
  return ok(
    gathered.map((input) => ({
      ...input,
      card: { ...input.card, name: slug(options.sourceName!), title: options.sourceName! },
    })),
  );
}

async function gatherWord(word: string, folder: string): Promise<Result<GatheredInput[], GatherRefusal>> {
  if (isAddress(word))
    return ok([{ card: cardOf(word), origin: { kind: 'url', url: word }, isFromFolder: false }]);
  const path = resolve(folder, word);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) {
    const paths = await tablesUnder(path);
    return paths.length === 0
      ? refuse({ kind: 'empty-folder', path: word })
      : ok(paths.map((file) => fromFile(file, true)));
  }
  if (found) return ok([fromFile(path, false)]);
  const entry = CATALOGUE.find(({ name }) => name === word);
  return entry ? ok([fromCatalogue(entry)]) : refuse({ kind: 'not-found', word });
}

async function tablesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(
      (entry) =>
        entry.isFile() &&
        !entry.name.startsWith('.') &&
        TABLE_EXTENSIONS.has(extname(entry.name).toLowerCase()),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const fromFile = (path: string, isFromFolder: boolean): GatheredInput => ({
  card: cardOf(basename(path, extname(path))),
  origin: { kind: 'file', path },
  isFromFolder,
});

const emptyCard = { territory: null, url: null, licence: null, rhythm: null };

const isAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

export function cardOf(label: string): SourceCard {
  if (!isAddress(label)) return { ...emptyCard, name: slug(label), title: label, url: null };
  const { host, pathname, search } = new URL(label);
  // One service may answer with several lists, told apart after the question mark only.
  const title = `${host}${pathname}${search}`;
  return { ...emptyCard, name: slug(title), title, url: label };
}

const fromCatalogue = ({ name, title, territory, url, licence, rhythm }: CatalogueEntry): GatheredInput => ({
  card: { name, title, territory, url, licence, rhythm },
  origin: { kind: 'url', url },
  isFromFolder: false,
});

/** A source already imported, to download again from the address it came from. */
export const importedInput = (card: SourceCard, url: string): GatheredInput => ({
  card,
  origin: { kind: 'url', url },
  isFromFolder: false,
});

const LONGEST_NAME = 80;

/** Cut short, two long names may become one: a few figures of the whole keep them apart. */
function slug(text: string): string {
  const name = words(text).join('-');
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  const mark = sha256(text).slice(0, 8);
  return [name.slice(0, LONGEST_NAME - 9), mark].filter(Boolean).join('-');
}

/** What is named twice is imported once; two files called `lieux.csv` are two sources, told apart by their folders. */
function withDistinctNames(inputs: readonly GatheredInput[]): GatheredInput[] {
  const places = inputs.map(placeOf);
  const once = inputs.filter((_, rank) => places.indexOf(places[rank]!) === rank);
  let named = once;
  for (let detail = 1; detail <= DEEPEST; detail += 1) {
    const twins = namesakes(named);
    if (twins.size === 0) break;
    named = named.map((input, rank) =>
      twins.has(input.card.name) ? withDetail(once[rank]!, detail) : input,
    );
  }
  return named;
}

function namesakes(inputs: readonly GatheredInput[]): Set<string> {
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const { card } of inputs) {
    if (seen.has(card.name)) twins.add(card.name);
    seen.add(card.name);
  }
  return twins;
}

const placeOf = ({ origin }: GatheredInput): string => (origin.kind === 'url' ? origin.url : origin.path);

/** Folders that a name may show before it shows figures of the whole path. */
const DEEPEST = 6;

function withDetail(input: GatheredInput, detail: number): GatheredInput {
  const { card, origin } = input;
  if (origin.kind === 'url' || detail === DEEPEST) {
    const mark = sha256(placeOf(input)).slice(0, 8);
    return {
      ...input,
      card: { ...card, name: slug(`${card.name} ${mark}`), title: `${card.title} (${mark})` },
    };
  }
  // `villes/lieux`, then `villes/lieux.csv`, then `2024/villes/lieux.csv`.
  const parents = dirname(origin.path)
    .split(sep)
    .filter(Boolean)
    .slice(-Math.max(1, detail - 1));
  const title = [...parents, detail === 1 ? card.title : basename(origin.path)].join('/');
  return { ...input, card: { ...card, name: slug(title), title } };
}

/** The bytes of a file of this machine. */
export const readLocalFile = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(path));
