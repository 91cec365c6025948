import { resolve } from 'node:path';
import { type Command, type CommandInput, EXIT, type ExitCode, type Terminal } from '../../platform/cli.ts';
import type { Context } from '../../platform/context.ts';
import { formatNumber } from '../../platform/i18n/french-form.ts';
import { Stop } from '../../platform/stop.ts';
import { type CommuneReference, FIELD_LABELS, STANDARD_FIELDS } from '../standard/index.ts';
import { readLocalFile } from './actions/gather-inputs.ts';
import { readFile } from './actions/read-file.ts';
import { type CommuneOrigin, type CommunesRefusal, updateCommunes } from './actions/update-communes.ts';
import type { Mapping } from './domain/mapping.ts';
import type { SourceTable } from './domain/table.ts';
import { MESSAGES, refusalSentence } from './messages.ts';

interface SourcesWorld {
  openContext(): Promise<Context>;
  communes(): Promise<CommuneReference>;
}

const mappingPropose: Command<SourcesWorld> = {
  name: 'mapping propose',
  usage: {
    call: 'mapping propose FICHIER [--json]',
    fr: 'Propose ce que devient chaque colonne d’un fichier, sans rien importer.',
    en: 'Proposes what each column of a file becomes, without importing anything.',
  },
  options: {},
  async run({ words, flags, terminal }, world) {
    const say = MESSAGES[terminal.lang];
    const [word, ...others] = words;
    if (word === undefined || others.length > 0) throw new Stop(EXIT.usage, say.oneFile);
    const path = resolve(terminal.folder, word);
    const bytes = await readLocalFile(path).catch(() => null);
    if (!bytes) throw new Stop(EXIT.usage, say.fileUnreadable(word));
    const read = await readFile({ fileName: word, bytes }, { communes: await world.communes() });
    if (!read.ok) throw new Stop(EXIT.usage, `${word} : ${refusalSentence(read.refusal, terminal.lang)}`);
    const { table, proposal } = read.value;
    if (flags.has('json')) printJson(terminal, table, proposal);
    else printTable(terminal, table, proposal);
    return EXIT.done;
  },
};

function printJson(terminal: Terminal, table: SourceTable, { fields, values, unmapped }: Mapping): void {
  terminal.print(
    JSON.stringify({ format: table.format, records: table.rows.length, fields, values, unmapped }),
  );
}

function printTable(terminal: Terminal, table: SourceTable, { fields, values, unmapped }: Mapping): void {
  const say = MESSAGES[terminal.lang];
  const label = (field: keyof typeof FIELD_LABELS) => FIELD_LABELS[field][terminal.lang];
  terminal.print(say.tableRead(table.format, formatNumber(table.rows.length, terminal.lang)));
  const chosen = STANDARD_FIELDS.flatMap((field) => (fields[field] ? [{ field, ...fields[field] }] : []));
  const width = Math.max(...chosen.map(({ field }) => label(field).length), 0);
  for (const { field, columns, confidence } of chosen)
    terminal.print(
      `  ${label(field).padEnd(width)}  ${say.confidence(Math.round(confidence * 100))}  ${columns.join(', ')}`,
    );
  for (const field of STANDARD_FIELDS) {
    if (!values[field]) continue;
    terminal.print(`\n${label(field)}`);
    for (const { terms, value, columns } of values[field])
      terminal.print(`  ${value} : ${terms?.join(' | ') ?? say.anyText} (${columns.join(', ')})`);
  }
  terminal.print(`\n${say.unmapped(unmapped.join(', '))}`);
}

const communesUpdate: Command<SourcesWorld> = {
  name: 'communes update',
  usage: {
    call: 'communes update [--from FICHIER|ADRESSE] [--json]',
    fr: 'Complète la liste des communes et leurs coordonnées (geo.api.gouv.fr, ou un fichier).',
    en: 'Completes the list of communes and their coordinates (geo.api.gouv.fr, or a file).',
  },
  options: { from: { kind: 'text' } },
  async run(input, world): Promise<ExitCode> {
    const { flags, terminal } = input;
    const result = await updateCommunes(originOf(input), await world.openContext());
    if (!result.ok) throw communesStop(result.refusal, terminal);
    const { communes, located } = result.value;
    if (flags.has('json')) terminal.print(JSON.stringify(result.value));
    else {
      const number = (value: number) => formatNumber(value, terminal.lang);
      terminal.print(MESSAGES[terminal.lang].communesSaved(number(communes), number(located)));
    }
    return EXIT.done;
  },
};

function originOf({ texts, terminal }: CommandInput): CommuneOrigin {
  const from = texts.get('from');
  if (from === undefined) return { kind: 'geo-api' };
  if (/^https?:\/\//.test(from)) return { kind: 'url', url: from };
  return { kind: 'file', path: resolve(terminal.folder, from) };
}

function communesStop(refusal: CommunesRefusal, { lang }: Terminal): Stop {
  const say = MESSAGES[lang];
  if (refusal.kind === 'no-commune') return new Stop(EXIT.usage, say.noCommune);
  if (refusal.kind === 'unexpected-answer') return new Stop(EXIT.unreachable, say.geoApiChanged);
  const isOutside = refusal.kind === 'download' && refusal.cause.kind !== 'private-address';
  return new Stop(isOutside ? EXIT.unreachable : EXIT.usage, refusalSentence(refusal, lang));
}

export const commands = [mappingPropose, communesUpdate];
