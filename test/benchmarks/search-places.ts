import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SearchablePlace } from '../../src/modules/finder/domain/world.ts';
import {
  type CommuneReference,
  ENUMERATIONS,
  FIELD_KEYS,
  type PlaceFields,
  STANDARD_FIELDS,
} from '../../src/modules/standard/index.ts';
import { seededRandom } from './synthetic-records.ts';

export const pick = <Value>(values: readonly Value[], chance: () => number): Value =>
  values[Math.floor(chance() * values.length)]!;

/** The published places of all the real sources, or invented ones in real communes where the sources are absent. */
export function modelPlaces(project: string, communes: CommuneReference): PlaceFields[] {
  const sources = resolve(project, '../shared/data/places');
  return existsSync(sources) ? importedPlaces(project, sources) : inventedPlaces(communes);
}

function importedPlaces(project: string, sources: string): PlaceFields[] {
  const data = mkdtempSync(join(tmpdir(), 'maillon-bench-'));
  const maillon = (args: string[]) =>
    execFileSync(process.execPath, [join(project, 'dist/maillon.mjs'), ...args, '--data', data], {
      cwd: project,
      env: { ...process.env, DATABASE_URL: '', MAILLON_DATA: '', INIT_CWD: project },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  try {
    maillon(['import', sources]);
    const out = join(data, 'places.ndjson');
    maillon(['export', '--format', 'ndjson', '--out', out]);
    return readFileSync(out, 'utf8').trimEnd().split('\n').map(toFields);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const LISTS = new Set<string>([...Object.keys(ENUMERATIONS), 'telephone', 'courriels', 'site_web']);

function toFields(line: string): PlaceFields {
  const record = JSON.parse(line) as Record<string, string | number>;
  const known = STANDARD_FIELDS.filter((field) => field !== 'id' && record[field] !== undefined);
  return Object.fromEntries(
    known.map((field) => [
      FIELD_KEYS[field],
      LISTS.has(field) ? String(record[field]).split('|') : record[field],
    ]),
  );
}

const KINDS = [
  'Médiathèque',
  'Mairie',
  'France Services',
  'CCAS',
  'Centre social',
  'Espace numérique',
  'Mission locale',
];
const HOURS = [
  'Mo-Fr 09:00-12:00,14:00-17:00',
  'Tu-Fr 10:00-18:30; Sa 10:00-17:00',
  'We 14:00-18:00',
  'Mo,Th 09:00-12:00',
];

/** In the largest communes first, as places are. */
function inventedPlaces(communes: CommuneReference): PlaceFields[] {
  const chance = seededRandom(7);
  const centred = communes.communes.filter(({ centre }) => centre !== undefined);
  return centred.slice(0, 14_000).map(({ name, codeInsee, postalCodes, centre }) => ({
    name: `${pick(KINDS, chance)} ${name}`,
    commune: name,
    codeInsee,
    ...(postalCodes[0] && { postalCode: postalCodes[0] }),
    latitude: centre!.latitude,
    longitude: centre!.longitude,
    ...(chance() < 0.55 && { openingHours: pick(HOURS, chance) }),
    services: ENUMERATIONS.services.filter(() => chance() < 0.4),
    fees: [pick(ENUMERATIONS.frais_a_charge, chance)],
    accessModes: ENUMERATIONS.modalites_acces.slice(0, 3).filter(() => chance() < 0.5),
    audiences: ENUMERATIONS.publics_specifiquement_adresses.filter(() => chance() < 0.2),
  }));
}

/** About two kilometres: copies stay in the town of their model. */
const SPREAD_DEGREES = 0.02;

/** As many places as asked: the models first, then copies of models drawn by lot, set down nearby under mixed names. */
export function syntheticPlaces(models: readonly PlaceFields[], count: number): SearchablePlace[] {
  const chance = seededRandom(count);
  return Array.from({ length: count }, (_, rank) => {
    const id = `lieu-${String(rank).padStart(7, '0')}`;
    return { id, fields: models[rank] ?? aCopy(pick(models, chance), pick(models, chance), chance) };
  });
}

function aCopy(model: PlaceFields, other: PlaceFields, chance: () => number): PlaceFields {
  const spread = () => (chance() + chance() - 1) * SPREAD_DEGREES;
  const first = (model.name ?? '').split(' ').slice(0, 2).join(' ');
  const last = (other.name ?? '').split(' ').slice(-2).join(' ');
  return {
    ...model,
    name: `${first} ${last}`,
    ...(model.latitude !== undefined && { latitude: model.latitude + spread() }),
    ...(model.longitude !== undefined && { longitude: model.longitude + spread() }),
    ...(other.openingHours && { openingHours: other.openingHours }),
    ...(other.audiences && { audiences: other.audiences }),
  };
}
