import { ok, type Result, refuse } from '../../../kernel/result.ts';
import {
  LIST_PARAMETERS,
  LIST_QUERY,
  type ListQuery,
  PARAMETER_NAMES,
  type ParameterName,
} from '../contract/api-schemas.ts';

export type ParameterFault =
  | { kind: 'unknown'; name: string }
  | { kind: 'repeated'; name: ParameterName }
  | { kind: 'wrong-value'; name: ParameterName; value: string };

/** Any page of the site accepts `lang`; the API answers its errors in that language. */
const ALSO_ALLOWED = new Set(['lang']);

/** Every fault at once. A parameter that we would ignore is a fault: its author believes that it filters. */
export function readListQuery(
  given: Readonly<Record<string, readonly string[]>>,
): Result<ListQuery, ParameterFault[]> {
  const faults: ParameterFault[] = [];
  const values: Partial<Record<ParameterName, string>> = {};
  for (const [name, texts] of Object.entries(given)) {
    const filled = texts.filter((text) => text.trim() !== '');
    if (!isParameter(name))
      faults.push(...(ALSO_ALLOWED.has(name) ? [] : [{ kind: 'unknown' as const, name }]));
    else if (filled.length > 1) faults.push({ kind: 'repeated', name });
    else if (filled.length === 1) values[name] = filled[0]!.trim();
  }
  for (const [name, value] of Object.entries(values) as [ParameterName, string][]) {
    if (!LIST_PARAMETERS[name].safeParse(value).success) faults.push({ kind: 'wrong-value', name, value });
  }
  return faults.length > 0 ? refuse(faults) : ok(LIST_QUERY.parse(values));
}

const isParameter = (name: string): name is ParameterName => (PARAMETER_NAMES as string[]).includes(name);
