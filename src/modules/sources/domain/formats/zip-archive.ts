import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { ReadRefusal } from '../table.ts';
import type { ReadLimits } from './limits.ts';
import { crc32, inflateRaw } from './zip-inflate.ts';

/** A part of an archive whose sizes and checksum were verified. */
export interface ZipPart {
  name: string;
  /** As stored in the file. */
  stored: Uint8Array;
  isDeflated: boolean;
  inflatedBytes: number;
}

/**
 * The parts of an archive, after every one was inflated and checked: declared sizes can lie, and a part that a damaged
 * directory hides would be a silent loss. Nothing is kept in memory but the count.
 */
export async function openZip(
  bytes: Uint8Array,
  limits: ReadLimits,
): Promise<Result<Map<string, ZipPart>, ReadRefusal>> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const declared = directory.value.reduce((sum, { size }) => sum + size, 0);
  if (declared > limits.maxInflatedBytes) return refuse({ kind: 'zip-bomb' });
  const parts = new Map<string, ZipPart>();
  let inflatedBytes = 0;
  for (const entry of directory.value) {
    const part = await verifyEntry(bytes, entry, limits.maxInflatedBytes - inflatedBytes);
    if (!part.ok) return part;
    inflatedBytes += part.value.inflatedBytes;
    parts.set(entry.name, part.value);
  }
  return ok(parts);
}

/** The text of a part, or a refusal when it is too large to be held whole. */
export async function partText(part: ZipPart, limits: ReadLimits): Promise<Result<string, ReadRefusal>> {
  if (part.inflatedBytes > limits.maxPartBytes)
    return refuse({ kind: 'too-large', limitBytes: limits.maxPartBytes });
  const chunks: Uint8Array[] = [];
  if (part.isDeflated) await inflateRaw(part.stored, (chunk) => chunks.push(chunk) > 0);
  else chunks.push(part.stored);
  const decoder = new TextDecoder('utf-8');
  return ok(chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode());
}

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  storedSize: number;
  size: number;
  offset: number;
}

// Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16; all numbers are little-endian.
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const FLAG_ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const damaged = (detail: string): { ok: false; refusal: ReadRefusal } =>
  refuse({ kind: 'malformed', detail });

function readDirectory(bytes: Uint8Array): Result<Entry[], ReadRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) return refuse({ kind: 'truncated', detail: 'zip' });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // ZIP64 archives exceed four gibibytes or 65,535 parts: far past what a list of places needs.
  if (at + view.getUint32(end + 12, true) !== end) return damaged('zip');
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) return damaged('zip');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    if (nameEnd > end) return damaged('zip');
    entries.push(entryAt(view, at, new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))));
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end ? ok(entries) : damaged('zip');
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return -1;
}

const entryAt = (view: DataView, at: number, name: string): Entry => ({
  name,
  flags: view.getUint16(at + 8, true),
  method: view.getUint16(at + 10, true),
  crc: view.getUint32(at + 16, true),
  storedSize: view.getUint32(at + 20, true),
  size: view.getUint32(at + 24, true),
  offset: view.getUint32(at + 42, true),
});

async function verifyEntry(
  bytes: Uint8Array,
  entry: Entry,
  allowedBytes: number,
): Promise<Result<ZipPart, ReadRefusal>> {
  if (entry.flags & FLAG_ENCRYPTED) return refuse({ kind: 'encrypted' });
  const stored = storedBytes(bytes, entry);
  if (!stored || (entry.method !== STORED && entry.method !== DEFLATED)) return damaged(entry.name);
  const isDeflated = entry.method === DEFLATED;
  let inflatedBytes = 0;
  let crc = 0;
  const count = (chunk: Uint8Array): boolean => {
    inflatedBytes += chunk.length;
    crc = crc32(chunk, crc);
    return inflatedBytes <= allowedBytes;
  };
  const isWhole = isDeflated ? await inflateRaw(stored, count) : count(stored);
  if (inflatedBytes > allowedBytes) return refuse({ kind: 'zip-bomb' });
  if (!isWhole || inflatedBytes !== entry.size || crc !== entry.crc) return damaged(entry.name);
  return ok({ name: entry.name, stored, isDeflated, inflatedBytes });
}

/** The bytes of a part, when the header that precedes them agrees with the directory on its name. */
function storedBytes(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) return null;
  const nameEnd = offset + 30 + view.getUint16(offset + 26, true);
  const start = nameEnd + view.getUint16(offset + 28, true);
  const name = new TextDecoder().decode(bytes.subarray(offset + 30, nameEnd));
  const end = start + entry.storedSize;
  return name === entry.name && end <= bytes.length ? bytes.subarray(start, end) : null;
}
