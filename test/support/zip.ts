import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipSource {
  name: string;
  content: Uint8Array | string;
  /** Size that the archive pretends the content has. */
  declaredSize?: number;
  /** General purpose flags; 1 marks an encrypted part. */
  flags?: number;
}

/** An archive written by hand, so that tests can make it lie. */
export function makeZip(sources: readonly ZipSource[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const source of sources) {
    const content = Buffer.from(source.content);
    const stored = deflateRawSync(content);
    const name = Buffer.from(source.name);
    const fields = commonFields(source, { content, stored, name });
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, name, stored]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, entry, name]));
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(sources.length, 8);
  end.writeUInt16LE(sources.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, entries, end]));
}

/** The 26 bytes that the local header and the directory share. */
function commonFields(
  { declaredSize, flags }: ZipSource,
  { content, stored, name }: { content: Buffer; stored: Buffer; name: Buffer },
): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags ?? 0, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(stored.length, 14);
  fields.writeUInt32LE(declaredSize ?? content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}
