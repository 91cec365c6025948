import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CommandResult, lastJson, newFolder, runHere, runMaillon } from '../support/command.ts';

const DEMO = resolve(import.meta.dirname, '../../demo');

interface ImportJson {
  sources: {
    source: string;
    records: number;
    accepted: number;
    rejected: number;
    repaired: number;
    unchanged: boolean;
  }[];
  places: number;
}

describe('the command line', () => {
  let folder: string;
  let first: CommandResult;
  let backup: CommandResult;
  /** All that `donnees` holds: no test changes it. */
  let exported: string;
  const run = (args: readonly string[]) => runHere(args, { folder });
  const exportAll = async (data: string) =>
    (await run(['export', '--format', 'ndjson', '--data', data])).stdout;

  beforeAll(async () => {
    folder = newFolder();
    mkdirSync(join(folder, 'sources'));
    for (const name of readdirSync(DEMO).filter((file) => !file.endsWith('.md')))
      copyFileSync(join(DEMO, name), join(folder, 'sources', name));
    first = await runMaillon(['import', 'sources', '--data', 'donnees', '--json'], { folder });
    backup = await run(['backup', 'copie.tgz', '--data', 'donnees']);
    exported = await exportAll('donnees');
  });

  test('imports a folder named from where the user stands, publishes it, and says so in one line of JSON', async () => {
    expect(first.code).toBe(0);
    const report: ImportJson = lastJson(first);
    expect(report.places).toBeGreaterThan(100);
    for (const { records, accepted, rejected } of report.sources) expect(records).toBe(accepted + rejected);

    const again: ImportJson = lastJson(await run(['import', 'sources', '--data', 'donnees', '--json']));
    expect(again.places).toBe(report.places);
    expect(again.sources.every(({ unchanged }) => unchanged)).toBe(true);

    const standard = await run(['export', '--format', 'standard-json', '--data', 'donnees']);
    expect(standard.code).toBe(0);
    const places: Record<string, unknown>[] = JSON.parse(standard.stdout);
    expect(places.length).toBeGreaterThan(0);
    expect(standard.stderr).toContain(String(report.places - places.length));

    expect((await run(['check', '--data', 'donnees'])).code).toBe(0);
  });

  test('a backup restored elsewhere holds the same directory, and never overwrites one', async () => {
    expect(backup.code).toBe(0);
    expect((await run(['restore', 'copie.tgz', '--data', 'ailleurs'])).code).toBe(0);
    expect(await exportAll('ailleurs')).toBe(exported);
    expect((await run(['restore', 'copie.tgz', '--data', 'donnees'])).code).toBe(2);
  });

  test('a process killed while it imports leaves the directory as it was or as it will be', async () => {
    const lines = ['id;nom;adresse;code_postal;commune'];
    for (let rank = 0; rank < 4000; rank += 1)
      lines.push(`${rank};Espace ${rank} inventé;${rank} rue des Essais;69100;Villeurbanne`);
    writeFileSync(join(folder, 'grand.csv'), lines.join('\n'));
    cpSync(join(folder, 'donnees'), join(folder, 'coupees'), { recursive: true });
    const killed = await runMaillon(['import', 'grand.csv', '--data', 'coupees'], {
      folder,
      onNote: (said, kill) => said.includes('grand') && setTimeout(kill, 400),
    });
    expect(killed.code).toBeNull();
    const after = await exportAll('coupees');
    const count = (text: string) => text.split('\n').length;
    if (count(after) === count(exported)) expect(after).toBe(exported);
    const whole: ImportJson = lastJson(await run(['import', 'grand.csv', '--data', 'coupees', '--json']));
    expect(whole.sources[0]).toMatchObject({ records: 4000, rejected: 0 });
    expect((await run(['check', '--data', 'coupees'])).code).toBe(0);
  });

  test('a wrong call ends with code 2 and one sentence that says what to do', async () => {
    const calls = [
      ['import'],
      ['import', 'absent.csv'],
      ['import', 'sources', '--inconnu'],
      ['export', '--format', 'word'],
    ];
    const process = await runMaillon(['importer', '--data', 'rien'], { folder });
    const results = [process];
    for (const call of calls) results.push(await run([...call, '--data', 'rien']));
    for (const { code, stdout, stderr } of results)
      expect([code, stdout, stderr.trim().split('\n')]).toEqual([2, '', [expect.any(String)]]);
  });

  test('a word that begins several commands, common options before the command and a wrong port are understood', async () => {
    const start = await run(['sources']);
    expect([start.code, start.stderr.trim()]).toEqual([
      2,
      'Précisez la commande : « maillon sources list » ou « maillon sources update ».',
    ]);
    const early = await run(['--lang', 'en', '--data', 'rien', 'export', '--format', 'word']);
    expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('There is no format')]);
    for (const port of ['99999', '-1', '80.5']) {
      const served = await run(['serve', `--port=${port}`, '--data', 'rien']);
      expect([port, served.code, served.stderr.trim().split('\n')]).toEqual([port, 2, [expect.any(String)]]);
    }
  });

  test('what cannot be written gets one sentence, and nothing is half-written', async () => {
    writeFileSync(join(folder, 'fichier'), '');
    writeFileSync(join(folder, 'autre.gz'), gzipSync('autre chose'));
    writeFileSync(join(folder, 'coupe.tgz'), readFileSync(join(folder, 'copie.tgz')).subarray(0, 100_000));
    const calls = [
      ['check', '--data', 'fichier'],
      ['backup', 'absent/copie.tgz', '--data', 'donnees'],
      ['backup', 'copie.tgz', '--data', 'jamais-vu'],
      ['restore', 'sources/hub-reseau.geojson', '--data', 'neuf'],
      ['restore', 'autre.gz', '--data', 'neuf'],
      ['restore', 'coupe.tgz', '--data', 'neuf'],
      ['export', '--format', 'ndjson', '--out', 'absent/lieux.ndjson', '--data', 'donnees'],
    ];
    for (const call of calls) {
      const result = await run(call);
      expect([call, result.code, result.stderr.trim().split('\n')]).toEqual([call, 2, [expect.any(String)]]);
    }
    expect(existsSync(join(folder, 'jamais-vu'))).toBe(false);
    expect(readdirSync(join(folder, 'neuf'))).toEqual([]);
  });

  test('bad files get a clear refusal and change nothing', async () => {
    const bad: Record<string, string | Buffer> = {
      'vide.csv': '',
      'page.csv': '<!doctype html><html><body>Erreur</body></html>',
      'coupe.json': '[{"nom": "Espace", "commune": "Ly',
      'image.csv': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    };
    for (const [name, content] of Object.entries(bad)) writeFileSync(join(folder, name), content);
    const result = await run(['import', ...Object.keys(bad), '--data', 'donnees']);
    expect([result.code, result.stdout]).toEqual([2, '']);
    const sentences = result.stderr.split('\n').filter((line) => /^(?:vide|page|coupe|image) : /.test(line));
    expect(sentences).toHaveLength(4);
    expect(result.stderr).not.toContain('    at ');
    expect(await exportAll('donnees')).toBe(exported);
  });

  test('a bad file among good ones is told at the end, with what was done', async () => {
    writeFileSync(join(folder, 'rien.csv'), '');
    writeFileSync(
      join(folder, 'bon.csv'),
      'nom;adresse;code_postal;commune\nEspace Bon;1 rue des Essais;69100;Villeurbanne',
    );
    const result = await run(['import', 'rien.csv', 'bon.csv', '--data', 'melange', '--json']);
    expect(result.code).toBe(2);
    expect(lastJson(result)).toMatchObject({
      sources: [{ source: 'bon', accepted: 1 }],
      refusedSources: [{ name: 'rien', reason: 'empty' }],
    });
    expect(result.stderr.trim().split('\n').at(-1)).toMatch(/^rien : /);
  });
});

test('two processes on one folder: the second stops with code 3 and says who holds it', async () => {
  const folder = newFolder();
  const check = () => runHere(['check', '--data', 'donnees'], { folder });
  const lock = join(folder, 'donnees/maillon.lock');
  let kill = () => {};
  const first = runMaillon(['serve', '--no-demo', '--port', '0', '--data', 'donnees'], {
    folder,
    onNote: (_, end) => {
      kill = end;
    },
  });
  await expect
    .poll(() => existsSync(lock) && readFileSync(lock, 'utf8'), { timeout: 20_000 })
    .toContain('serve');
  const second = await check();
  kill();
  await first;
  expect(second.code).toBe(3);
  expect(second.stderr).toContain('serve');
  expect(readFileSync(lock, 'utf8')).toContain('serve');
  // The first was killed: its lock is left behind, and does not keep anyone out.
  expect((await check()).code).toBe(0);
}, 60_000);

describe('a server that is stopped', () => {
  /** Starts it through a shell, as npm does, and ends that shell when it says so: what was said, and the milliseconds until all is let go. */
  async function stopAfter(note: string, folder: string): Promise<{ said: string; milliseconds: number }> {
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" dist/maillon.mjs serve --port 0; :`], {
      cwd: resolve(DEMO, '..'),
      env: { ...process.env, DATABASE_URL: '', MAILLON_DATA: folder, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = new Promise((done) => shell.on('close', done));
    let said = '';
    const startedAt = await new Promise<number>((done) => {
      const listen = (chunk: Buffer) => {
        said += chunk;
        if (!said.includes(note)) return;
        shell.kill('SIGTERM');
        done(performance.now());
      };
      shell.stdout.on('data', listen);
      shell.stderr.on('data', listen);
    });
    // Both streams close when the server itself has ended, whoever started it.
    await closed;
    return { said, milliseconds: performance.now() - startedAt };
  }

  test('a demonstration cut short is whole at a later start; told through npm, it stops at once and lets the data go', async () => {
    const folder = newFolder();
    const cut = await runMaillon(['serve', '--port', '0', '--data', folder], {
      onNote: (said, kill) => said.includes('2/3') && kill(),
    });
    expect(cut.code).toBeNull();
    for (const [note, ...told] of [
      ['2/3', '2/3'],
      ['Pour arrêter', '2/3', 'Un pass à saisir'],
    ] as const) {
      const { said, milliseconds } = await stopAfter(note, folder);
      for (const words of told) expect([note, said]).toEqual([note, expect.stringContaining(words)]);
      expect(milliseconds, note).toBeLessThan(2000);
      expect(readdirSync(folder)).not.toContain('maillon.lock');
    }
    const { imported } = lastJson(
      await runHere(['sources', 'list', '--json', '--data', folder], { folder }),
    ) as {
      imported: { name: string }[];
    };
    expect(imported).toHaveLength(3);
  }, 120_000);
});
