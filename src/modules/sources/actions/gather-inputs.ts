import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { words } from '../../../kernel/text.ts';
import { CATALOGUE, type CatalogueEntry } from '../domain/catalogue.ts';
import type { SourceCard } from '../store/sources.ts';

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
  if (/^https?:\/\//.test(word))
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

export function cardOf(label: string): SourceCard {
  const url = /^https?:\/\//.test(label) ? label : null;
  const title = url ? `${new URL(url).host}${new URL(url).pathname}` : label;
  return { ...emptyCard, name: slug(title), title, url };
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

const slug = (text: string): string => words(text).join('-').slice(0, 80) || 'source';

/** Two files called `lieux.csv` in two folders are two sources: the folder's name tells them apart. */
function withDistinctNames(inputs: readonly GatheredInput[]): GatheredInput[] {
  const count = new Map<string, number>();
  for (const { card } of inputs) count.set(card.name, (count.get(card.name) ?? 0) + 1);
  return inputs.map((input) => {
    if (count.get(input.card.name) === 1 || input.origin.kind === 'url') return input;
    const parent = basename(dirname(input.origin.path));
    return {
      ...input,
      card: {
        ...input.card,
        name: slug(`${parent} ${input.card.name}`),
        title: `${parent}/${input.card.title}`,
      },
    };
  });
}

/** The bytes of a file of this machine. */
export const readLocalFile = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(path));
