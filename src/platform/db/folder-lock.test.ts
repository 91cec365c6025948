import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'maillon-lock-'));

test('the second to ask for a folder learns who holds it', () => {
  const folder = newFolder();
  expect(lockFolder(folder, 'serve').ok).toBe(true);
  expect(lockFolder(folder, 'import')).toMatchObject({
    ok: false,
    refusal: { holder: { pid: process.pid, command: 'serve' } },
  });
});

test('a released folder can be taken again', () => {
  const folder = newFolder();
  const first = lockFolder(folder, 'serve');
  if (first.ok) first.value.release();
  expect(lockFolder(folder, 'import').ok).toBe(true);
});

test('a lock left by a process that died does not keep anyone out', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'maillon.lock'), JSON.stringify({ pid: 2 ** 22 + 1, command: 'serve' }));
  expect(lockFolder(folder, 'import').ok).toBe(true);
});
