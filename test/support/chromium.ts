import { existsSync } from 'node:fs';

const INSTALLED = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The Chromium of the machine, else the one inside an npm package, which is unpacked at its first use (1.5 s). */
export async function findChromium(): Promise<string | null> {
  const installed = INSTALLED.find((path) => path !== '' && existsSync(path));
  if (installed) return installed;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch (error) {
    process.stderr.write(`No browser: ${String(error)}\n`);
    return null;
  }
}
