import { createWriteStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, type CommandInput, EXIT, type ExitCode, type Terminal } from '../../platform/cli.ts';
import type { Context } from '../../platform/context.ts';
import { findProjectFolder } from '../../platform/project-folder.ts';
import { Stop } from '../../platform/stop.ts';
import { isUnwritable } from '../../platform/unwritable.ts';
import { exportJournal } from './actions/export-journal.ts';
import { readJournal } from './actions/read-journal.ts';
import { readJournalFile, UnreadableJournal } from './actions/read-journal-file.ts';
import { type Verification, verifyJournal } from './actions/verify-journal.ts';
import { MESSAGES } from './messages.ts';

interface LedgerWorld {
  openContext(): Promise<Context>;
}

/** Faults told one by one; the count tells the rest. */
const SHOWN_FAULTS = 20;

const verifyCommand: Command<LedgerWorld> = {
  name: 'ledger verify',
  usage: {
    call: 'ledger verify [EXPORT] [--json]',
    fr: 'Relit tout le registre des chèques, ou un export : chaînes et soldes.',
    en: 'Reads the whole voucher ledger again, or an export: chains and balances.',
  },
  options: {},
  async run(input, world) {
    const [file] = input.words;
    const verification =
      file === undefined
        ? await verifyJournal(readJournal((await world.openContext()).db))
        : await verifyFile(file, input.terminal);
    return report(verification, input);
  },
};

async function verifyFile(file: string, terminal: Terminal): Promise<Verification> {
  try {
    return await verifyJournal(readJournalFile(resolve(terminal.folder, file)));
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code !== undefined;
    if (!isAbsent && !(error instanceof UnreadableJournal)) throw error;
    throw new Stop(EXIT.usage, MESSAGES[terminal.lang].unreadable(file));
  }
}

function report({ entries, accounts, faults }: Verification, { flags, terminal }: CommandInput): ExitCode {
  const say = MESSAGES[terminal.lang];
  for (const { kind, ...where } of faults.slice(0, SHOWN_FAULTS))
    terminal.note(`${say.fault[kind]} : ${Object.values(where).join(', ')}`);
  if (flags.has('json')) terminal.print(JSON.stringify({ entries, accounts, faults }));
  else terminal.print(faults.length === 0 ? say.sound(entries, accounts) : say.broken(faults.length));
  return faults.length === 0 ? EXIT.done : EXIT.shortfall;
}

const exportCommand: Command<LedgerWorld> = {
  name: 'ledger export',
  usage: {
    call: 'ledger export [--out DOSSIER]',
    fr: 'Écrit tout le registre des chèques ; avec --out, un vérificateur autonome l’accompagne.',
    en: 'Writes the whole voucher ledger; with --out, a standalone verifier goes with it.',
  },
  options: { out: { kind: 'text' } },
  async run({ texts, terminal }, world) {
    const { db, clock } = await world.openContext();
    const out = texts.get('out');
    if (out === undefined) {
      for await (const line of exportJournal(db, clock())) terminal.print(line);
      return EXIT.done;
    }
    const folder = resolve(terminal.folder, out);
    try {
      await writeFolder(folder, exportJournal(db, clock()));
    } catch (error) {
      if (!isUnwritable(error)) throw error;
      throw new Stop(EXIT.usage, MESSAGES[terminal.lang].unwritable(out));
    }
    terminal.note(MESSAGES[terminal.lang].exported(folder));
    return EXIT.done;
  },
};

async function writeFolder(folder: string, lines: AsyncIterable<string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const withFeeds = Readable.from(lines).map((line: string) => `${line}\n`);
  await pipeline(withFeeds, createWriteStream(join(folder, 'journal.ndjson')));
  await copyFile(join(findProjectFolder(), 'dist/verify-journal.mjs'), join(folder, 'verifier.mjs'));
}

export const commands = [verifyCommand, exportCommand];
