/** `source` and record key in one text: no source name holds a line feed. */
export type RecordRef = string;

export const recordRef = (source: string, recordKey: string): RecordRef => `${source}\n${recordKey}`;

export function splitRef(ref: RecordRef): { source: string; recordKey: string } {
  const at = ref.indexOf('\n');
  return { source: ref.slice(0, at), recordKey: ref.slice(at + 1) };
}
