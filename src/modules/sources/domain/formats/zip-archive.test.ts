import { expect, test } from 'vitest';
import { makeZip } from '../../../../../test/support/zip.ts';
import { DEFAULT_READ_LIMITS } from './limits.ts';
import { openZip, partText } from './zip-archive.ts';

const LIMITS = { ...DEFAULT_READ_LIMITS, maxInflatedBytes: 10_000_000, maxPartBytes: 1_000_000 };
const TWO_PARTS = [
  { name: 'a.xml', content: '<a>été</a>' },
  { name: 'b.xml', content: '<b/>' },
];
const ZEROS = Buffer.alloc(20_000_000);

async function refusal(bytes: Uint8Array) {
  const parts = await openZip(bytes, LIMITS);
  return parts.ok ? null : parts.refusal;
}

test('every part is verified, and its text can be read', async () => {
  const parts = await openZip(makeZip(TWO_PARTS), LIMITS);
  if (!parts.ok) throw new Error(parts.refusal.kind);
  expect([...parts.value.keys()]).toEqual(['a.xml', 'b.xml']);
  expect(await partText(parts.value.get('a.xml')!, LIMITS)).toEqual({ ok: true, value: '<a>été</a>' });
});

test('an archive that would become enormous is refused on what it declares', async () => {
  expect(await refusal(makeZip([{ name: 'a.xml', content: ZEROS }]))).toEqual({ kind: 'zip-bomb' });
});

test('an archive that lies about its size is refused while it is being opened', async () => {
  const lies = [{ name: 'a.xml', content: ZEROS, declaredSize: 1_000 }];
  expect(await refusal(makeZip(lies))).toEqual({ kind: 'zip-bomb' });
});

test('many parts that are large together are refused', async () => {
  const parts = Array.from({ length: 6 }, (_, index) => ({
    name: `${index}.xml`,
    content: ZEROS.subarray(0, 2_000_000),
  }));
  expect(await refusal(makeZip(parts))).toEqual({ kind: 'zip-bomb' });
  const lies = parts.map((part) => ({ ...part, declaredSize: 10 }));
  expect((await refusal(makeZip(lies)))?.kind).toBe('malformed');
});

test('a part too large to be held whole is refused', async () => {
  const parts = await openZip(makeZip([{ name: 'a.xml', content: ZEROS.subarray(0, 2_000_000) }]), LIMITS);
  if (!parts.ok) throw new Error(parts.refusal.kind);
  expect(await partText(parts.value.get('a.xml')!, LIMITS)).toEqual({
    ok: false,
    refusal: { kind: 'too-large', limitBytes: 1_000_000 },
  });
});

test('an encrypted part is refused as such', async () => {
  expect(await refusal(makeZip([{ name: 'a.xml', content: 'x', flags: 1 }]))).toEqual({ kind: 'encrypted' });
});

test('no byte of an archive can change without being noticed, or without effect', async () => {
  const sound = makeZip(TWO_PARTS);
  for (let index = 0; index < sound.length; index += 1) {
    for (const mask of [0x01, 0x03, 0x80, 0xff]) {
      const damaged = sound.slice();
      damaged[index]! ^= mask;
      const parts = await openZip(damaged, LIMITS);
      if (!parts.ok) continue;
      expect([...parts.value.keys()]).toEqual(['a.xml', 'b.xml']);
      expect(await partText(parts.value.get('a.xml')!, LIMITS)).toEqual({ ok: true, value: '<a>été</a>' });
    }
  }
});

test('an archive cut anywhere is refused', async () => {
  const sound = makeZip(TWO_PARTS);
  for (let length = 0; length < sound.length; length += 1) {
    expect(await refusal(sound.subarray(0, length))).not.toBeNull();
  }
});
