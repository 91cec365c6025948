// Writes demo/: three fictitious source files and the verdicts that a matcher must reach on them. The same output for ever.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { backgroundPlaces } from './demo/background.mjs';
import {
  DEPARTEMENT_COLUMNS,
  DEPARTEMENT_TITLES,
  METROPOLE_COLUMNS,
  toDepartementRow,
  toHubFeature,
  toMetropoleRow,
} from './demo/files.mjs';
import { plantedPlaces } from './demo/planted.mjs';

const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { out: { type: 'string' }, verdicts: { type: 'string' } } });
const OUT = values.out ?? join(ROOT, 'demo');
/** Not in demo/, where every file is a source. */
const VERDICTS = values.verdicts ?? join(ROOT, 'test/support/demo-verdicts.json');

const PREFIXES = { metropole: 'M', hub: 'hub-', departement: 'D' };

/** One record per producer that lists a place, in the order of a real list: by postal code, then by name. */
function recordsOf(places, producer) {
  return places
    .filter(({ files }) => files.includes(producer))
    .map((place) => ({ place, ...place, ...place.differences?.[producer], ...shifted(place, producer) }))
    .sort(
      (a, b) =>
        compare(a.commune.postalCode, b.commune.postalCode) ||
        compare(a.place.name, b.place.name) ||
        a.rank - b.rank,
    )
    .map((record, rank) => ({ ...record, id: `${PREFIXES[producer]}${String(rank + 1).padStart(3, '0')}` }));
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Two producers never give the very same point: about ten metres here, more where a place moved. */
function shifted(place, producer) {
  const own = place.differences?.[producer] ?? {};
  if (own.latitude === null || place.latitude === null) return {};
  const isCentre = place.pattern?.number === 9;
  const jitter = producer === 'hub' && !isCentre ? 0.0001 : 0;
  const [north = 0, east = 0] = own.shift ?? [];
  return { latitude: place.latitude + north + jitter, longitude: place.longitude + east - jitter };
}

/** Windows-1252: Latin-1, save for a few signs of typography. */
const TYPOGRAPHY = { '’': 0x92, '–': 0x96, œ: 0x9c, Œ: 0x8c, '…': 0x85, '€': 0x80 };
const toWindows1252 = (text) =>
  Buffer.from([...text].map((letter) => TYPOGRAPHY[letter] ?? letter.codePointAt(0)));

const quoted = (cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A row without a name describes no place: it must be refused, aloud. */
const namelessRow = (row) => row.map((cell, rank) => (rank === 0 ? 'M999' : rank === 1 ? '' : cell));

function writeMetropole(records) {
  const rows = records.map(toMetropoleRow);
  const lines = [METROPOLE_COLUMNS, ...rows, namelessRow(rows[0])].map((row) => row.map(quoted).join(';'));
  writeFileSync(join(OUT, 'metropole-lieux-numeriques.csv'), toWindows1252(`${lines.join('\r\n')}\r\n`));
}

function writeHub(records) {
  const collection = {
    type: 'FeatureCollection',
    name: 'reseau_du_hub_fictif',
    features: records.map(toHubFeature),
  };
  writeFileSync(join(OUT, 'hub-reseau.geojson'), `${JSON.stringify(collection, null, 1)}\n`);
}

async function writeDepartement(records) {
  const path = join(OUT, 'departement-annuaire.xlsx');
  const titles = DEPARTEMENT_TITLES.map((title) => [title]);
  const sheet = {
    name: 'Annuaire',
    rows: [...titles, [], DEPARTEMENT_COLUMNS, ...records.map(toDepartementRow)],
  };
  const file = await writeXlsx({ sheets: [sheet] });
  // A workbook holds the hour at which it was made: written again only when its cells changed.
  if (existsSync(path) && (await cellsOf(readFileSync(path))) === (await cellsOf(file))) return;
  writeFileSync(path, file);
}

const cellsOf = async (file) => JSON.stringify((await readXlsx(new Uint8Array(file))).sheets[0].rows);

/** Every pair of records that a planted pattern speaks of, with the verdict a careful person would give. */
function verdictsOf(records) {
  const byPattern = Map.groupBy(
    records.filter(({ place }) => place.pattern),
    ({ place }) => place.pattern.number,
  );
  return [...byPattern]
    .sort(([a], [b]) => a - b)
    .map(([pattern, planted]) => ({
      pattern,
      title: planted[0].place.pattern.title,
      verdict: planted[0].place.pattern.verdict,
      pairs: pairsOf(planted),
    }));
}

function pairsOf(planted) {
  const isSame = planted[0].place.pattern.verdict === 'same';
  return planted.flatMap((a, rank) =>
    planted
      .slice(rank + 1)
      .filter((b) => !isSame || a.place === b.place)
      .map((b) => [a.id, b.id]),
  );
}

const inTable = ({ pattern, title, verdict, pairs }) => {
  const shown = pairs.slice(0, 3).map(([a, b]) => `${a} – ${b}`);
  const more = pairs.length > 3 ? ` and ${pairs.length - 3} more pairs` : '';
  return `| ${pattern} | ${title} | ${verdict} | ${shown.join(', ')}${more} |`;
};

/** The table that people read, between its two marks. */
function writeReadme(verdicts) {
  const path = join(ROOT, 'demo/README.md');
  const head = '| # | pattern | verdict | records |\n|---|---|---|---|';
  const table = [head, ...verdicts.map(inTable)].join('\n');
  const marks = /(<!-- verdicts -->\n).*(<!-- \/verdicts -->)/s;
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(marks, (_, start, end) => `${start}${table}\n${end}`),
  );
}

mkdirSync(OUT, { recursive: true });
const planted = plantedPlaces(1);
const places = [...planted, ...backgroundPlaces(40)];
const metropole = recordsOf(places, 'metropole');
const copiedIds = new Map(metropole.map(({ id, place }) => [place, id]));
const hub = recordsOf(places, 'hub').map((record) => ({ ...record, copiedId: copiedIds.get(record.place) }));
const departement = recordsOf(places, 'departement');
writeMetropole(metropole);
writeHub(hub);
await writeDepartement(departement);
const verdicts = verdictsOf([...metropole, ...hub, ...departement]);
writeFileSync(VERDICTS, `${JSON.stringify(verdicts, null, 2)}\n`);
if (!values.out) writeReadme(verdicts);
process.stderr.write(
  `demo: ${places.length} places, ${metropole.length} + ${hub.length} + ${departement.length} records, ${verdicts.length} patterns\n`,
);
