import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type Terminal } from '../platform/cli.ts';
import type { Lang } from '../platform/i18n/messages.ts';
import { findProjectFolder } from '../platform/project-folder.ts';
import { runCommandLine } from './command-line.ts';

function createTerminal(lang: Lang): Terminal {
  return {
    lang,
    // npm runs scripts in the project; the user may stand elsewhere, and means paths from there.
    folder: process.env.INIT_CWD ?? process.cwd(),
    print: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
    isInteractive: process.stderr.isTTY === true,
    input: process.stdin,
  };
}

/** Variables already in the environment win over those of the file. */
function readEnvironment(): NodeJS.ProcessEnv {
  const path = join(findProjectFolder(), '.env');
  if (existsSync(path)) process.loadEnvFile(path);
  return process.env;
}

// A reader that closes early (`maillon export | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), { createTerminal, readEnvironment });
