import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readTable } from '../../src/modules/sources/domain/formats/read-table.ts';
import { type MappingProposal, proposeMapping } from '../../src/modules/sources/domain/propose.ts';
import type { SourceTable } from '../../src/modules/sources/domain/table.ts';
import {
  buildCommuneReference,
  type CommuneReference,
  readCommunes,
  STANDARD_FIELDS,
  type StandardField,
} from '../../src/modules/standard/index.ts';
import { findProjectFolder } from '../../src/platform/project-folder.ts';
import { atLeast, type Benchmark, CannotMeasure, rounded } from './harness.ts';

const REFERENCE = 'reference-mapping.json';
const FORMER_NAMES: Record<string, StandardField> = { voie: 'adresse', courriel: 'courriels' };
/** A proposal at this confidence is shown as sure. */
const SURE = 0.9;

/** One field that the reference maps to one column of the file, and what was proposed for it. */
interface Judgement {
  source: string;
  isRight: boolean;
  /** Of the proposal, 0 when there is none. */
  confidence: number;
}

/** Top-1 agreement with the hand-written mappings of the real sources, on fields mapped to one column of the file. */
export const measureMapping: Benchmark = async (note) => {
  const project = findProjectFolder();
  const places = resolve(project, '../shared/data/places');
  if (!existsSync(places)) throw new CannotMeasure(`The real sources are absent: ${places}`);
  const communes = loadReference(project);
  const judgements: Judgement[] = [];
  let milliseconds = 0;
  for (const source of readdirSync(places).filter((name) => existsSync(join(places, name, REFERENCE)))) {
    const table = await readSource(join(places, source));
    const start = performance.now();
    const proposal = proposeMapping(table, communes);
    milliseconds += performance.now() - start;
    const judged = judge(source, { table, proposal, reference: readReference(join(places, source)) });
    judgements.push(...judged.fields);
    note(`${source}: ${judged.fields.filter(isRight).length} of ${judged.fields.length}`);
    for (const miss of judged.misses) note(`  ${miss}`);
  }
  const agreement = rounded(shareRight(judgements), 4);
  return {
    figures: { ...figuresOf(judgements), seconds: rounded(milliseconds / 1000) },
    bars: [atLeast('top-1 agreement', agreement, 0.9)],
  };
};

const isRight = ({ isRight }: Judgement): boolean => isRight;
const shareRight = (judgements: readonly Judgement[]): number =>
  judgements.filter(isRight).length / Math.max(judgements.length, 1);

function loadReference(project: string): CommuneReference {
  const path = join(project, 'dist/reference/communes.json');
  if (!existsSync(path)) throw new CannotMeasure(`Build the reference of communes first: ${path}`);
  return buildCommuneReference(readCommunes(JSON.parse(readFileSync(path, 'utf8'))));
}

async function readSource(folder: string): Promise<SourceTable> {
  const fileName = readdirSync(folder).find((name) => name !== REFERENCE && !name.startsWith('expected'));
  if (!fileName) throw new Error(`No source file in ${folder}`);
  const table = await readTable(readFileSync(join(folder, fileName)), { fileName });
  if (!table.ok) throw new Error(`${fileName} cannot be read: ${table.refusal.kind}`);
  return table.value;
}

/** The column that the reference gives to each field, where it gives exactly one. */
function readReference(folder: string): [StandardField, string][] {
  const reference = JSON.parse(readFileSync(join(folder, REFERENCE), 'utf8')) as Record<
    string,
    { colonne?: string }
  >;
  return Object.entries(reference).flatMap(([name, { colonne }]): [StandardField, string][] => {
    const field = FORMER_NAMES[name] ?? STANDARD_FIELDS.find((known) => known === name);
    return field && colonne ? [[field, colonne]] : [];
  });
}

interface Case {
  table: SourceTable;
  proposal: MappingProposal;
  reference: [StandardField, string][];
}

function judge(
  source: string,
  { table, proposal, reference }: Case,
): { fields: Judgement[]; misses: string[] } {
  const fields: Judgement[] = [];
  const misses: string[] = [];
  for (const [field, column] of reference.filter(([, column]) => table.columns.includes(column))) {
    const mapping = proposal.fields[field];
    const isRight = mapping?.columns[0] === column;
    fields.push({ source, isRight, confidence: mapping?.confidence ?? 0 });
    if (!isRight) misses.push(`${field}: « ${column} » expected, « ${mapping?.columns[0] ?? ''} » proposed`);
  }
  return { fields, misses };
}

function figuresOf(judgements: readonly Judgement[]): Record<string, number> {
  const sources = [...new Set(judgements.map(({ source }) => source))];
  const perSource = sources.map(
    (name) => [name, rounded(shareRight(judgements.filter(({ source }) => source === name)), 3)] as const,
  );
  const sure = judgements.filter(({ confidence }) => confidence >= SURE);
  const unsure = judgements.filter(({ confidence }) => confidence > 0 && confidence < SURE);
  return {
    fields: judgements.length,
    'fields agreed': judgements.filter(isRight).length,
    'mean over sources': rounded(
      perSource.reduce((sum, [, share]) => sum + share, 0) / Math.max(perSource.length, 1),
      4,
    ),
    'sure proposals': sure.length,
    'right among sure proposals': rounded(shareRight(sure), 4),
    'right among unsure proposals': rounded(shareRight(unsure), 4),
    ...Object.fromEntries(perSource),
  };
}
