/** What the first bytes of a file say of it. `text` means « no known binary signature ». */
export type FileKind = 'zip' | 'ole' | 'binary' | 'text';

const SIGNATURES: readonly { kind: FileKind; bytes: readonly number[] }[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  // Compound file: a spreadsheet of before 2007, or an encrypted one of today.
  { kind: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'binary', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'binary', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'binary', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'binary', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'binary', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: 'binary', bytes: [0x1f, 0x8b] },
  { kind: 'binary', bytes: [0x52, 0x61, 0x72, 0x21] },
  { kind: 'binary', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
];

const SAMPLE_BYTES = 65_536;
/** Random bytes hold 11 % of control characters, real texts none: a few may be damage. */
const MAX_CONTROL_SHARE = 0.02;

export function fileKind(bytes: Uint8Array): FileKind {
  const known = SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  if (known) return known.kind;
  return isMostlyControl(bytes) ? 'binary' : 'text';
}

function isMostlyControl(bytes: Uint8Array): boolean {
  if (utf16Order(bytes) !== null) return false;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let control = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) control += 1;
  }
  return control > sample.length * MAX_CONTROL_SHARE;
}

/** The byte order of a UTF-16 text, from its mark or from the zero byte beside each Latin letter. */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(bytes.length, 2_000) & ~1);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) evenZeros += 1;
    if (sample[index + 1] === 0) oddZeros += 1;
  }
  const enough = sample.length * 0.35;
  if (oddZeros > enough && evenZeros < enough / 10) return 'utf-16le';
  if (evenZeros > enough && oddZeros < enough / 10) return 'utf-16be';
  return null;
}

/** Encrypted workbooks hold this stream name, in UTF-16, in the directory of their compound file. */
const ENCRYPTED_STREAM = 'EncryptedPackage';

export function isEncryptedOle(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.includes([...ENCRYPTED_STREAM].join('\u0000'));
}
