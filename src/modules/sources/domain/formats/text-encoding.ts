import type { TableNotice } from '../table.ts';
import { utf16Order } from './file-kind.ts';

export interface DecodedText {
  text: string;
  notices: TableNotice[];
}

/** The text of a file whatever its encoding: UTF-8, UTF-16, Windows-1252, Mac Roman, or UTF-8 with foreign lines in it. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const order = utf16Order(bytes);
  const decoded = order
    ? { text: new TextDecoder(order).decode(bytes), encoding: order }
    : decodeBytes(bytes, censusUtf8(bytes));
  const notices: TableNotice[] = [];
  if (decoded.encoding !== 'utf-8') notices.push({ kind: 'encoding', detail: decoded.encoding });
  const text = decoded.text.includes('\u0000') ? decoded.text.replaceAll('\u0000', '') : decoded.text;
  const lost = decoded.text.length - text.length + countReplacements(text);
  if (lost > 0) notices.push({ kind: 'replaced-characters', detail: String(lost) });
  return { text, notices };
}

function decodeBytes(bytes: Uint8Array, census: Utf8Census): { text: string; encoding: string } {
  if (census.strayBytes === 0) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  // Accents of a single-byte text almost never form valid UTF-8 pairs, so many valid ones mean UTF-8 with damaged spots.
  if (census.sequences >= census.strayBytes) {
    const repaired = transcodeStrayBytes(bytes, census.strayBytes);
    return {
      text: new TextDecoder('utf-8').decode(repaired),
      encoding: `utf-8 + windows-1252 (${census.strayBytes})`,
    };
  }
  const encoding =
    frenchLetters(bytes, 'macintosh') > frenchLetters(bytes, 'windows-1252') * 2
      ? 'macintosh'
      : 'windows-1252';
  // `stream`: the whole-buffer path of Node 20 reads Windows-1252 as Latin-1, and loses « ’ », « – » and « € ».
  return { text: new TextDecoder(encoding).decode(bytes, { stream: true }), encoding };
}

interface Utf8Census {
  /** Valid sequences of two bytes or more. */
  sequences: number;
  /** Bytes that belong to no valid sequence. */
  strayBytes: number;
}

function censusUtf8(bytes: Uint8Array): Utf8Census {
  const census = { sequences: 0, strayBytes: 0 };
  let index = 0;
  while (index < bytes.length) {
    if (bytes[index]! < 0x80) {
      index += 1;
      continue;
    }
    const length = sequenceLength(bytes, index);
    if (length > 0) census.sequences += 1;
    else census.strayBytes += 1;
    index += length || 1;
  }
  return census;
}

/** Length of the valid UTF-8 sequence of two to four bytes that starts here, or 0. Bounds: RFC 3629, section 4. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index]!;
  const length = lengthFromLead(lead);
  if (length === 0 || index + length > bytes.length) return 0;
  const second = bytes[index + 1]!;
  const [low, high] = SECOND_BYTE_BOUNDS[lead] ?? [0x80, 0xbf];
  if (second < low || second > high) return 0;
  for (let offset = 2; offset < length; offset += 1) {
    if ((bytes[index + offset]! & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function lengthFromLead(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** Second bytes that avoid overlong forms, surrogates and code points past U+10FFFF. */
const SECOND_BYTE_BOUNDS: Readonly<Record<number, readonly [number, number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};

/** Rewrites in UTF-8 the bytes that are not, reading each as Windows-1252. */
function transcodeStrayBytes(bytes: Uint8Array, strayBytes: number): Uint8Array {
  // A Windows-1252 character takes at most three bytes of UTF-8.
  const output = new Uint8Array(bytes.length + strayBytes * 2);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('windows-1252');
  let length = 0;
  let index = 0;
  while (index < bytes.length) {
    const size = bytes[index]! < 0x80 ? 1 : sequenceLength(bytes, index);
    const chunk = bytes.subarray(index, index + (size || 1));
    const written = size > 0 ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }));
    output.set(written, length);
    length += written.length;
    index += chunk.length;
  }
  return output.subarray(0, length);
}

const SAMPLE_BYTES = 65_536;

function frenchLetters(bytes: Uint8Array, encoding: string): number {
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES));
  return sample.match(/[éèêëàâçîïôûùüœÉÈÊÀÇÔÎ’]/g)?.length ?? 0;
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}
