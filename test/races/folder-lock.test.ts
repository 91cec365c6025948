import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { newFolder } from '../support/command.ts';

const run = promisify(execFile);
const LOCK = resolve(import.meta.dirname, '../../src/platform/db/folder-lock.ts');

/** Asks at the given instant, and holds what it got long enough for the others to have asked. */
const ASK = `
  const { lockFolder } = await import(process.argv[1]);
  const at = Number(process.argv[3]);
  await new Promise((wait) => setTimeout(wait, at - Date.now() - 20));
  while (Date.now() < at);
  const lock = lockFolder(process.argv[2], 'serve');
  process.stdout.write(lock.ok ? 'held' : 'refused');
  setTimeout(() => undefined, 300);
`;

test('processes that find a dead holder at the same instant: one takes the folder, the others are told', async () => {
  for (let round = 0; round < 2; round += 1) {
    const folder = newFolder();
    writeFileSync(join(folder, 'maillon.lock'), JSON.stringify({ pid: 2 ** 22 + 1, command: 'serve' }));
    const at = String(Date.now() + 700);
    const asked = Array.from({ length: 5 }, () =>
      run(process.execPath, ['--input-type=module', '-e', ASK, LOCK, folder, at]),
    );
    const answers = (await Promise.all(asked)).map(({ stdout }) => stdout).sort();
    expect(answers).toEqual(['held', 'refused', 'refused', 'refused', 'refused']);
  }
});
