import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, type CommandInput, EXIT, type ExitCode, type Terminal } from '../../platform/cli.ts';
import type { Context } from '../../platform/context.ts';
import { formatDate, formatNumber } from '../../platform/i18n/french-form.ts';
import { Stop } from '../../platform/stop.ts';
import {
  CATALOGUE,
  type GatheredInput,
  gatherInputs,
  geocoderOf,
  importedInput,
  listSources,
  mappingRefusalSentence,
  parseMappingFile,
  refusalSentence,
} from '../sources/index.ts';
import type { CommuneReference } from '../standard/index.ts';
import {
  type ImportOutcome,
  type ImportRefusal,
  type ImportWatcher,
  importSources,
} from './actions/import-sources.ts';
import { MESSAGES } from './messages.ts';
import { countPublished } from './store/places.ts';

export interface DirectoryWorld {
  openContext(): Promise<Context>;
  communes(): Promise<CommuneReference>;
}

const importCommand: Command<DirectoryWorld> = {
  name: 'import',
  usage: {
    call: 'import FICHIER|DOSSIER|ADRESSE|NOM… [--source NOM] [--mapping FICHIER] [--dry-run] [--hold] [--json]',
    fr: 'Importe des sources dans l’annuaire et publie leurs lieux.',
    en: 'Imports sources into the directory and publishes their places.',
  },
  options: {
    source: { kind: 'text' },
    mapping: { kind: 'text' },
    'dry-run': { kind: 'flag' },
    hold: { kind: 'flag' },
  },
  async run(input, world) {
    const inputs = await gather(input);
    const mapping = await readMapping(input);
    return importInputs(inputs, { input, world, ...(mapping ? { mapping } : {}) });
  },
};

async function gather({ words, texts, terminal }: CommandInput): Promise<GatheredInput[]> {
  const say = MESSAGES[terminal.lang];
  if (words.length === 0) throw new Stop(EXIT.usage, say.nothingNamed);
  const gathered = await gatherInputs(words, { folder: terminal.folder, sourceName: texts.get('source') });
  if (gathered.ok) return gathered.value;
  switch (gathered.refusal.kind) {
    case 'not-found':
      throw new Stop(EXIT.usage, say.notFound(gathered.refusal.word));
    case 'empty-folder':
      throw new Stop(EXIT.usage, say.emptyFolder(gathered.refusal.path));
    case 'name-for-many':
      throw new Stop(EXIT.usage, say.nameForMany(gathered.refusal.count));
  }
}

async function readMapping({ texts, terminal }: CommandInput) {
  const path = texts.get('mapping');
  if (path === undefined) return undefined;
  const text = await readFile(resolve(terminal.folder, path), 'utf8').catch(() => null);
  if (text === null) throw new Stop(EXIT.usage, MESSAGES[terminal.lang].mappingUnreadable(path));
  const mapping = parseMappingFile(text);
  if (mapping.ok) return mapping.value;
  throw new Stop(
    EXIT.usage,
    `${MESSAGES[terminal.lang].mappingUnreadable(path)} ${mappingRefusalSentence(mapping.refusal, terminal.lang)}`,
  );
}

interface ImportCall {
  input: CommandInput;
  world: DirectoryWorld;
  mapping?: Awaited<ReturnType<typeof readMapping>>;
}

async function importInputs(inputs: readonly GatheredInput[], call: ImportCall): Promise<ExitCode> {
  const { flags, terminal } = call.input;
  const context = await call.world.openContext();
  const mode = flags.has('dry-run') ? 'dry-run' : flags.has('hold') ? 'hold' : 'publish';
  const outcome = await importSources(
    inputs,
    {
      mode,
      author: 'maillon import',
      watcher: watch(terminal),
      ...(call.mapping ? { mapping: call.mapping } : {}),
    },
    { ...context, communes: await call.world.communes(), geocoder: geocoderOf(context) },
  );
  // Alone, a refusal is the whole answer: one sentence, and nothing on stdout.
  if (outcome.refused.length === inputs.length)
    throw new Stop(exitCodeOf(outcome.refused), refusals(outcome, terminal));
  const places = await countPublished(context.db);
  report(outcome, { terminal, mode, places, isJson: flags.has('json') });
  if (outcome.refused.length === 0) return EXIT.done;
  throw new Stop(exitCodeOf(outcome.refused), refusals(outcome, terminal));
}

/** What the user can mend comes before what they can only wait for. */
const exitCodeOf = (refused: readonly ImportRefusal[]): ExitCode =>
  refused.every(isOutside) ? EXIT.unreachable : EXIT.usage;

const isOutside = ({ cause }: ImportRefusal): boolean =>
  cause.kind === 'download' && cause.cause.kind !== 'private-address' && cause.cause.kind !== 'too-large';

const refusals = ({ refused }: ImportOutcome, { lang }: Terminal): string =>
  refused
    .map(({ name, cause }) => MESSAGES[lang].refusedSource(name, refusalSentence(cause, lang)))
    .join('\n');

/** Rewrites one line where a person watches; elsewhere only says which source it reads. */
function watch(terminal: Terminal): ImportWatcher {
  const say = MESSAGES[terminal.lang];
  let lastShown = 0;
  return {
    onSource: (name, rank, total) => terminal.note(say.reading(name, rank, total)),
    onRows: (done, total) => {
      const isWorthShowing =
        terminal.isInteractive && (done === total || done - lastShown >= 1000 || done < lastShown);
      if (!isWorthShowing) return;
      lastShown = done;
      terminal.note(
        `\u001b[1A\u001b[2K${say.rows(formatNumber(done, terminal.lang), formatNumber(total, terminal.lang))}`,
      );
    },
    onRefresh: () => terminal.note(say.comparing),
  };
}

interface ReportCall {
  terminal: Terminal;
  mode: 'publish' | 'hold' | 'dry-run';
  places: number;
  isJson: boolean;
}

function report(outcome: ImportOutcome, { terminal, mode, places, isJson }: ReportCall): void {
  const say = MESSAGES[terminal.lang];
  const toSay = isJson ? terminal.note : terminal.print;
  for (const source of outcome.sources) {
    toSay(
      source.isUnchanged
        ? say.unchanged(source.source)
        : say.done({
            ...source,
            name: source.source,
            seconds: formatNumber(source.seconds, terminal.lang),
          }),
    );
    if (source.missing > 0) toSay(say.missing(source.missing));
  }
  for (const { name, refusal } of outcome.ignored)
    toSay(say.ignored(name, refusalSentence(refusal, terminal.lang)));
  if (mode === 'hold') toSay(say.held);
  if (mode === 'dry-run') toSay(say.dryRun);
  toSay(say.places(places));
  if (isJson) terminal.print(JSON.stringify(toJson(outcome, places)));
}

const toJson = (outcome: ImportOutcome, places: number) => ({
  sources: outcome.sources.map(
    ({ source, records, accepted, rejected, repaired, refused, missing, isUnchanged, seconds }) => ({
      source,
      records,
      accepted,
      rejected,
      repaired,
      refused,
      missing,
      unchanged: isUnchanged,
      seconds,
    }),
  ),
  ignored: outcome.ignored.map(({ name, refusal }) => ({ name, reason: refusal.kind })),
  refusedSources: outcome.refused.map(({ name, cause }) => ({ name, reason: cause.kind })),
  places,
});

const sourcesList: Command<DirectoryWorld> = {
  name: 'sources list',
  usage: {
    call: 'sources list [--json]',
    fr: 'Montre les sources importées et le catalogue des sources publiques.',
    en: 'Shows the imported sources and the catalogue of public sources.',
  },
  options: {},
  async run({ flags, terminal }, world) {
    const imported = await listSources((await world.openContext()).db);
    if (flags.has('json')) {
      terminal.print(JSON.stringify({ imported, catalogue: CATALOGUE }));
      return EXIT.done;
    }
    const say = MESSAGES[terminal.lang];
    terminal.print(say.importedTitle);
    if (imported.length === 0) terminal.print(say.none);
    for (const { name, records, lastImportAt } of imported) {
      const date = lastImportAt ? formatDate(lastImportAt, terminal.lang) : '–';
      terminal.print(say.importedLine(name, records, date));
    }
    terminal.print(`\n${say.catalogueTitle}`);
    for (const { name, title, territory } of CATALOGUE) terminal.print(`  ${name} : ${title}, ${territory}`);
    return EXIT.done;
  },
};

const sourcesUpdate: Command<DirectoryWorld> = {
  name: 'sources update',
  usage: {
    call: 'sources update [NOM…] [--json]',
    fr: 'Télécharge de nouveau les sources importées qui ont une adresse ; ce qui n’a pas changé n’est pas relu.',
    en: 'Downloads again the imported sources that have an address; what did not change is not read again.',
  },
  options: {},
  async run(input, world) {
    const { words, terminal } = input;
    const say = MESSAGES[terminal.lang];
    const imported = (await listSources((await world.openContext()).db)).flatMap((source) =>
      source.url === null ? [] : [{ card: source, name: source.name, url: source.url }],
    );
    const unknown = words.find((word) => !imported.some(({ name }) => name === word));
    if (unknown !== undefined) throw new Stop(EXIT.usage, say.unknownSource(unknown));
    const chosen = words.length === 0 ? imported : imported.filter(({ name }) => words.includes(name));
    if (chosen.length === 0) terminal.note(say.nothingToUpdate);
    const inputs = chosen.map(({ card, url }) => importedInput(card, url));
    return importInputs(inputs, { input, world });
  },
};

export const commands = [importCommand, sourcesList, sourcesUpdate];
