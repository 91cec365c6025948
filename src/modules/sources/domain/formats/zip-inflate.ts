/**
 * Inflates raw DEFLATE data chunk by chunk; `onChunk` answers whether to go on.
 * True when the data was whole, false when it was damaged or when reading was stopped.
 */
export async function inflateRaw(
  data: Uint8Array,
  onChunk: (chunk: Uint8Array) => boolean,
): Promise<boolean> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // What fails on the writing side fails on the reading side too, where it is caught.
  feed(writer, data).catch(() => undefined);
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      if (!onChunk(value)) {
        await reader.cancel();
        return false;
      }
    }
  } catch {
    // The only failure that the stream reports is damaged data.
    return false;
  }
}

/** A bomb must be stopped early, so the compressed data is given in small slices. */
const SLICE_BYTES = 65_536;

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, data: Uint8Array): Promise<void> {
  for (let at = 0; at < data.length; at += SLICE_BYTES) {
    await writer.write(data.slice(at, at + SLICE_BYTES));
  }
  await writer.close();
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

/** CRC-32 of ISO 3309, continued from the checksum of what came before. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  for (let index = 0; index < bytes.length; index += 1) {
    crc = CRC_TABLE[(crc ^ bytes[index]!) & 0xff]! ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
