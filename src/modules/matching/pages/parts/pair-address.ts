import { type RecordRef, recordRef, splitRef } from '../../../../kernel/record-ref.ts';
import { orderedPair, type RecordPair } from '../../domain/decision.ts';

export const REVIEW_PATH = '/gestion/doublons';
export const MODELS_PATH = `${REVIEW_PATH}/comparaison`;

/** Null: the reasoned weights. */
export const modelHref = (version: number | null): string => `${MODELS_PATH}/${version ?? 'origine'}`;

/** The version that an address names: null for the reasoned weights, undefined when it names none. */
export function readVersion(text: string): number | null | undefined {
  if (text === 'origine') return null;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** The two records of a form or an address, in separate fields: browsers rewrite line feeds in what they send. */
export function pairFields({ a, b }: RecordPair): [name: string, value: string][] {
  const [first, second] = [splitRef(a), splitRef(b)];
  return [
    ['source-a', first.source],
    ['fiche-a', first.recordKey],
    ['source-b', second.source],
    ['fiche-b', second.recordKey],
  ];
}

export const pairHref = (pair: RecordPair): string =>
  `${REVIEW_PATH}/paire?${new URLSearchParams(pairFields(pair))}`;

/** Null when a part is missing or both records are one. */
export function readPair(field: (name: string) => unknown): RecordPair | null {
  const ref = (side: string): RecordRef | null => {
    const [source, key] = [field(`source-${side}`), field(`fiche-${side}`)];
    return typeof source === 'string' && typeof key === 'string' && source ? recordRef(source, key) : null;
  };
  const [a, b] = [ref('a'), ref('b')];
  return a === null || b === null || a === b ? null : orderedPair(a, b);
}
