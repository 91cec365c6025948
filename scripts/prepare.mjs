// Runs before every npm script, on whatever Node the machine has (≥ 20): installs what is missing, builds what is stale.
// Needs no dependency. Everything it says goes to stderr: stdout belongs to the result of the command.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const LOCKFILE = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.cache', 'maillon', 'installed');
const BUNDLE = join(ROOT, 'dist', 'maillon.mjs');
const INPUTS = ['src', 'scripts', 'package-lock.json', 'tsconfig.json'];

const say = (text) => process.stderr.write(`maillon : ${text}\n`);

function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  say(`Node ${process.versions.node} est trop ancien. Installez Node 20 ou plus récent : https://nodejs.org`);
  process.exit(2);
}

function run(command, args) {
  const isWindows = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  });
  if (status === 0) return;
  say(`« ${command} ${args.join(' ')} » a échoué${error ? ` : ${error.message}` : ''}.`);
  process.exit(1);
}

function installIfNeeded() {
  const wanted = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex');
  const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (installed === wanted) return;
  say('installation des dépendances (environ une minute la première fois)…');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}

function newestChange(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder's own time counts too: it moves when a file is removed.
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    stat.mtimeMs,
  );
}

function buildIfStale() {
  const builtAt = existsSync(BUNDLE) ? statSync(BUNDLE).mtimeMs : 0;
  const isStale = INPUTS.some((input) => newestChange(join(ROOT, input)) > builtAt);
  if (!isStale) return;
  say('construction…');
  run(process.execPath, [join(ROOT, 'scripts', 'build.mjs')]);
}

requireNode();
installIfNeeded();
buildIfStale();
