import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../support/command.ts';

const LOCK = resolve(import.meta.dirname, '../../src/platform/db/folder-lock.ts');

/** Asks at the given instant, and holds what it got until it is told to end. */
const ASK = `
  const { lockFolder } = await import(process.argv[1]);
  const at = Number(process.argv[3]);
  await new Promise((wait) => setTimeout(wait, at - Date.now() - 20));
  while (Date.now() < at);
  const lock = lockFolder(process.argv[2], 'serve');
  process.stdout.write(lock.ok ? 'held' : 'refused');
  process.stdin.resume();
`;

function ask(folder: string, at: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', ASK, LOCK, folder, at], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answer = new Promise<string>((done) => child.stdout.once('data', (said) => done(String(said))));
  return { answer, end: () => child.stdin.end() };
}

test('processes that find a dead holder at the same instant: one takes the folder, the others are told', async () => {
  for (let round = 0; round < 2; round += 1) {
    const folder = newFolder();
    writeFileSync(join(folder, 'maillon.lock'), JSON.stringify({ pid: 2 ** 22 + 1, command: 'serve' }));
    const at = String(Date.now() + 700);
    const asked = Array.from({ length: 5 }, () => ask(folder, at));
    const answers = await Promise.all(asked.map(({ answer }) => answer));
    for (const { end } of asked) end();
    expect(answers.sort()).toEqual(['held', 'refused', 'refused', 'refused', 'refused']);
  }
});
