import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, type CommandInput, EXIT, type Terminal } from '../../platform/cli.ts';
import { Stop } from '../../platform/stop.ts';
import { isUnwritable } from '../../platform/unwritable.ts';
import type { Catalogue } from '../directory/index.ts';
import type { CommuneReference } from '../standard/index.ts';
import { type Export, exportPlaces, pageLinks } from './actions/export-places.ts';
import { lossSentences } from './actions/loss-sentences.ts';
import { FORMAT_NAMES, type FormatName, isFormatName } from './contract/formats.ts';
import { EXPORT } from './messages.ts';

export interface ExportWorld {
  config: { publicUrl: string | undefined };
  catalogue(): Promise<Catalogue>;
  communes(): Promise<CommuneReference>;
}

export const exportCommand: Command<ExportWorld> = {
  name: 'export',
  usage: {
    call: `export --format ${FORMAT_NAMES.join('|')} [--out FICHIER] [--report FICHIER]`,
    fr: 'Écrit les lieux publiés dans un format ouvert, et dit ce que ce format perd.',
    en: 'Writes the published places in an open format, and says what that format loses.',
  },
  options: { format: { kind: 'text' }, out: { kind: 'text' }, report: { kind: 'text' } },
  async run(input, world) {
    const format = readFormat(input);
    const { terminal, texts } = input;
    const { places } = await world.catalogue();
    const result = exportPlaces(places, format, pageLinks(await world.communes(), world.config.publicUrl));
    await writeResult(result, texts.get('out'), terminal);
    await writeReport(result, texts.get('report'), terminal);
    return EXIT.done;
  },
};

function readFormat({ words, texts, terminal }: CommandInput): FormatName {
  const say = EXPORT[terminal.lang];
  if (words[0] !== undefined) throw new Stop(EXIT.usage, say.nothingElse(words[0]));
  const format = texts.get('format');
  if (format === undefined) throw new Stop(EXIT.usage, say.formatNeeded(FORMAT_NAMES.join('|')));
  if (!isFormatName(format)) throw new Stop(EXIT.usage, say.unknownFormat(format, FORMAT_NAMES.join(', ')));
  return format;
}

async function writeResult(result: Export, out: string | undefined, terminal: Terminal): Promise<void> {
  if (out === undefined) {
    // `print` adds the line feed that ends each piece.
    for await (const piece of result.pieces) terminal.print(piece.replace(/\n$/, ''));
    return;
  }
  const path = resolve(terminal.folder, out);
  // A file cut short by a full disk would look whole: it takes its name once complete.
  const draft = `${path}.part`;
  await writing(path, terminal, async () => {
    try {
      await pipeline(Readable.from(result.pieces), createWriteStream(draft));
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  });
  terminal.note(EXPORT[terminal.lang].written(path));
}

async function writeReport(result: Export, file: string | undefined, terminal: Terminal): Promise<void> {
  const report = result.report();
  for (const sentence of lossSentences(report, terminal.lang)) terminal.note(sentence);
  if (file === undefined) return;
  const path = resolve(terminal.folder, file);
  await writing(path, terminal, () => writeFile(path, `${JSON.stringify(report, null, 2)}\n`));
}

async function writing(path: string, terminal: Terminal, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    throw new Stop(EXIT.usage, EXPORT[terminal.lang].unwritable(path));
  }
}
