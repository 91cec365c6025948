import type { z } from 'zod';

/** Why a mapping given by a person cannot be used; `key` is where, with dots: `fields.nom.columns`. */
export type MappingFileRefusal =
  | { kind: 'not-json'; detail: string }
  | { kind: 'unknown-key'; key: string }
  | { kind: 'wrong-value'; key: string; expected: string }
  | { kind: 'unknown-target'; key: string; value: string };

/** The first thing wrong is enough: the rest often follows from it. */
export function firstRefusal({ issues: [issue] }: z.ZodError): MappingFileRefusal {
  if (!issue) return { kind: 'wrong-value', key: '', expected: 'mapping' };
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return { kind: 'unknown-key', key: [...path, issue.keys[0] ?? ''].join('.') };
  if (issue.code === 'invalid_key') return { kind: 'unknown-key', key: path.join('.') };
  return { kind: 'wrong-value', key: path.join('.'), expected: expectedOf(issue) };
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  return issue.message;
}
