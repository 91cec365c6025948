import type { TableNotice } from '../table.ts';

export interface NamedColumns {
  names: string[];
  /** Indexes of the columns that the file leaves without a name. */
  unnamed: Set<number>;
  notices: TableNotice[];
}

/** One distinct name per column. The names given here are seen by French-speaking producers of data. */
export function nameColumns(header: readonly string[]): NamedColumns {
  const taken = new Set<string>();
  const unnamed = new Set<number>();
  const duplicates: string[] = [];
  const names = header.map((cell, index) => {
    const written = safeKey(cell.trim());
    if (written === '') unnamed.add(index);
    const name = distinct(written === '' ? `colonne ${index + 1}` : written, taken);
    if (written !== '' && name !== written) duplicates.push(name);
    taken.add(name);
    return name;
  });
  const notices: TableNotice[] =
    duplicates.length > 0 ? [{ kind: 'duplicate-header', detail: duplicates.join(', ') }] : [];
  return { names, unnamed, notices };
}

function distinct(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let rank = 2; taken.has(candidate); rank += 1) candidate = `${name} (${rank})`;
  return candidate;
}

/** Assigning `__proto__` on an object sets its prototype and loses the value. */
export const safeKey = (name: string): string => (name === '__proto__' ? '_proto_' : name);
