import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `migrations/`, `demo/` and `dist/`, whether the program runs from its sources or from its bundle. */
export function findProjectFolder(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'migrations')) && existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error('migrations/ not found above the program: the installation is incomplete.');
  return findProjectFolder(parent);
}
