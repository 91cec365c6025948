import { recordRef } from '../../../kernel/record-ref.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type DecisionDeps, type DecisionRefusal, recordDecision } from '../../matching/index.ts';
import { readPlaceRecords } from '../store/records.ts';

export interface SeparationInput {
  placeId: string;
  source: string;
  recordKey: string;
  author: string;
}

/** Says that one record of a place describes another place than all its other records, in one gesture. */
export async function separateRecord(
  { placeId, source, recordKey, author }: SeparationInput,
  deps: DecisionDeps,
): Promise<Result<null, DecisionRefusal>> {
  const refs = (await readPlaceRecords(deps.db, placeId)).map((one) => recordRef(one.source, one.recordKey));
  const record = recordRef(source, recordKey);
  if (!refs.includes(record)) return refuse({ kind: 'unknown-record' });
  const others = refs.filter((ref) => ref !== record);
  return recordDecision({ record, others, verdict: 'distinct', reason: '', author }, deps);
}
