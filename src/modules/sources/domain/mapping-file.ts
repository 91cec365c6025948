import { z } from 'zod';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { STANDARD_FIELDS } from '../../standard/index.ts';
import type { Mapping } from './mapping.ts';
import { readReferenceMapping } from './mapping-file-reference.ts';
import { firstRefusal, type MappingFileRefusal } from './mapping-file-refusal.ts';

export type { MappingFileRefusal } from './mapping-file-refusal.ts';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const columns = z.array(z.string()).min(1);

const transform = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first') }),
  z.strictObject({ kind: z.literal('join'), order: columns, separator: z.string() }),
  z.strictObject({ kind: z.literal('list') }),
  z.strictObject({ kind: z.literal('weekdays'), days: z.partialRecord(z.enum(WEEKDAYS), columns) }),
  z.strictObject({
    kind: z.literal('part'),
    part: z.enum(['street', 'postal-code', 'commune', 'latitude', 'longitude', 'phone', 'email']),
  }),
  z.strictObject({ kind: z.literal('lambert-93'), x: z.string(), y: z.string() }),
  z.strictObject({ kind: z.literal('constant'), value: z.string() }),
]);

const fieldMapping = z.strictObject({
  // A constant reads no column.
  columns: z.array(z.string()),
  // A person who writes a mapping is sure of it.
  confidence: z.number().min(0).max(1).default(1),
  transform: transform.exactOptional(),
});

const valueRule = z.strictObject({
  columns: z.array(z.string()),
  terms: z.array(z.string()).exactOptional(),
  except: z.array(z.string()).exactOptional(),
  value: z.string().min(1),
});

const field = z.enum(STANDARD_FIELDS);

const mappingFile = z.strictObject({
  fields: z.partialRecord(field, fieldMapping),
  values: z.partialRecord(field, z.array(valueRule)).default({}),
  unmapped: z.array(z.string()).default([]),
  // What `mapping propose` prints beside the mapping: its output can be given back as it is.
  format: z.string().optional(),
  records: z.number().optional(),
});

/** Reads a mapping in Maillon's own form, or in the form of the reference mappings (`{"nom": {"colonne": "…"}}`). */
export function parseMappingFile(text: string): Result<Mapping, MappingFileRefusal> {
  const json = parseJson(text);
  if (!json.ok) return json;
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))
    return refuse({ kind: 'wrong-value', key: '', expected: 'object' });
  if (!('fields' in json.value)) return readReferenceMapping(json.value);
  const parsed = mappingFile.safeParse(json.value);
  if (!parsed.success) return refuse(firstRefusal(parsed.error));
  const { fields, values, unmapped } = parsed.data;
  return ok({ fields, values, unmapped });
}

export const serialiseMapping = ({ fields, values, unmapped }: Mapping): string =>
  `${JSON.stringify({ fields, values, unmapped }, null, 2)}\n`;

function parseJson(text: string): Result<unknown, MappingFileRefusal> {
  try {
    return ok(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    return refuse({ kind: 'not-json', detail: error instanceof Error ? error.message : String(error) });
  }
}
