import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Queries } from '../../../platform/db/database.ts';
import { buildCommuneReference, type CommuneReference, readCommunes } from '../../standard/index.ts';
import { readStoredCommunes } from '../store/communes.ts';

/** The reference shipped with the program, completed by what `communes update` brought. */
export async function loadCommunes(projectFolder: string, db: Queries | null): Promise<CommuneReference> {
  const shipped = readCommunes(
    JSON.parse(await readFile(join(projectFolder, 'dist/reference/communes.json'), 'utf8')),
  );
  const updates: Awaited<ReturnType<typeof readStoredCommunes>> = db
    ? await readStoredCommunes(db)
    : new Map();
  if (updates.size === 0) return buildCommuneReference(shipped);
  const known = new Set(shipped.map(({ codeInsee }) => codeInsee));
  const added = [...updates.values()].filter(({ codeInsee }) => !known.has(codeInsee));
  return buildCommuneReference([
    ...shipped.map((commune) => ({ ...commune, ...updates.get(commune.codeInsee) })),
    ...added.map((commune) => ({ ...NOTHING_KNOWN, ...commune })),
  ]);
}

/** Of a commune younger than the program. */
const NOTHING_KNOWN = { name: '', postalCodes: [], departement: '', region: '', population: 0, former: [] };
