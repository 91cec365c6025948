import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { lastJson, newFolder, runMaillon } from '../support/command.ts';

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
  beforeAll(() => {
    folder = newFolder();
    mkdirSync(join(folder, 'sources'));
    for (const name of readdirSync(DEMO).filter((file) => !file.endsWith('.md')))
      copyFileSync(join(DEMO, name), join(folder, 'sources', name));
  });

  test('imports a folder named from where the user stands, publishes it, and says so in one line of JSON', async () => {
    const result = await runMaillon(['import', 'sources', '--data', 'donnees', '--json'], { folder });
    expect(result.code).toBe(0);
    const report: ImportJson = lastJson(result);
    expect(report.places).toBeGreaterThan(100);
    for (const { records, accepted, rejected } of report.sources) expect(records).toBe(accepted + rejected);

    const again: ImportJson = lastJson(
      await runMaillon(['import', 'sources', '--data', 'donnees', '--json'], { folder }),
    );
    expect(again.places).toBe(report.places);
    expect(again.sources.every(({ unchanged }) => unchanged)).toBe(true);

    const exported = await runMaillon(['export', '--format', 'standard-json', '--data', 'donnees'], {
      folder,
    });
    expect(exported.code).toBe(0);
    const places: Record<string, unknown>[] = JSON.parse(exported.stdout);
    expect(places.length).toBeGreaterThan(0);
    expect(exported.stderr).toContain(String(report.places - places.length));

    expect((await runMaillon(['check', '--data', 'donnees'], { folder })).code).toBe(0);
  }, 120_000);

  test('a backup restored elsewhere holds the same directory, and never overwrites one', async () => {
    const exported = await runMaillon(['export', '--format', 'ndjson', '--data', 'donnees'], { folder });
    expect((await runMaillon(['backup', 'copie.tgz', '--data', 'donnees'], { folder })).code).toBe(0);
    expect((await runMaillon(['restore', 'copie.tgz', '--data', 'ailleurs'], { folder })).code).toBe(0);
    const restored = await runMaillon(['export', '--format', 'ndjson', '--data', 'ailleurs'], { folder });
    expect(restored.stdout).toBe(exported.stdout);
    expect((await runMaillon(['restore', 'copie.tgz', '--data', 'donnees'], { folder })).code).toBe(2);
  }, 120_000);

  test('a process killed while it imports leaves the directory as it was or as it will be', async () => {
    const lines = ['id;nom;adresse;code_postal;commune'];
    for (let rank = 0; rank < 4000; rank += 1)
      lines.push(`${rank};Espace ${rank} inventé;${rank} rue des Essais;69100;Villeurbanne`);
    writeFileSync(join(folder, 'grand.csv'), lines.join('\n'));
    const before = await runMaillon(['export', '--format', 'ndjson', '--data', 'donnees'], { folder });
    const killed = await runMaillon(['import', 'grand.csv', '--data', 'donnees'], {
      folder,
      onNote: (said, kill) => said.includes('grand') && setTimeout(kill, 400),
    });
    expect(killed.code).toBeNull();
    const after = await runMaillon(['export', '--format', 'ndjson', '--data', 'donnees'], { folder });
    const count = (text: string) => text.split('\n').length;
    if (count(after.stdout) === count(before.stdout)) expect(after.stdout).toBe(before.stdout);
    const whole: ImportJson = lastJson(
      await runMaillon(['import', 'grand.csv', '--data', 'donnees', '--json'], { folder }),
    );
    expect(whole.sources[0]).toMatchObject({ records: 4000, rejected: 0 });
    expect((await runMaillon(['check', '--data', 'donnees'], { folder })).code).toBe(0);
  }, 180_000);

  test('a wrong call ends with code 2 and one sentence that says what to do', async () => {
    const calls = [
      ['importer'],
      ['import'],
      ['import', 'absent.csv'],
      ['import', 'sources', '--inconnu'],
      ['export', '--format', 'word'],
    ];
    for (const call of calls) {
      const result = await runMaillon([...call, '--data', 'rien'], { folder });
      expect([call, result.code, result.stdout]).toEqual([call, 2, '']);
      expect(result.stderr.trim().split('\n')).toHaveLength(1);
    }
  }, 120_000);

  test('a word that begins several commands, common options before the command and a wrong port are understood', async () => {
    const start = await runMaillon(['sources'], { folder });
    expect([start.code, start.stderr.trim()]).toEqual([
      2,
      'Précisez la commande : « maillon sources list » ou « maillon sources update ».',
    ]);
    const early = await runMaillon(['--lang', 'en', '--data', 'rien', 'export', '--format', 'word'], {
      folder,
    });
    expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('There is no format')]);
    for (const port of ['99999', '-1', '80.5']) {
      const served = await runMaillon(['serve', `--port=${port}`, '--data', 'rien'], { folder });
      expect([port, served.code, served.stderr.trim().split('\n')]).toEqual([port, 2, [expect.any(String)]]);
    }
  }, 120_000);

  test('what cannot be written gets one sentence, and nothing is half-written', async () => {
    writeFileSync(join(folder, 'fichier'), '');
    writeFileSync(join(folder, 'autre.gz'), gzipSync('autre chose'));
    expect((await runMaillon(['backup', 'copie.tgz', '--data', 'donnees'], { folder })).code).toBe(0);
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
      const result = await runMaillon(call, { folder });
      expect([call, result.code, result.stderr.trim().split('\n')]).toEqual([call, 2, [expect.any(String)]]);
    }
    expect(existsSync(join(folder, 'jamais-vu'))).toBe(false);
    expect(readdirSync(join(folder, 'neuf'))).toEqual([]);
  }, 120_000);

  test('bad files get a clear refusal and change nothing', async () => {
    const bad: Record<string, string | Buffer> = {
      'vide.csv': '',
      'page.csv': '<!doctype html><html><body>Erreur</body></html>',
      'coupe.json': '[{"nom": "Espace", "commune": "Ly',
      'image.csv': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    };
    for (const [name, content] of Object.entries(bad)) writeFileSync(join(folder, name), content);
    const before = await runMaillon(['export', '--format', 'ndjson', '--data', 'donnees'], { folder });
    const result = await runMaillon(['import', ...Object.keys(bad), '--data', 'donnees'], { folder });
    expect([result.code, result.stdout]).toEqual([2, '']);
    const sentences = result.stderr.split('\n').filter((line) => /^(?:vide|page|coupe|image) : /.test(line));
    expect(sentences).toHaveLength(4);
    expect(result.stderr).not.toContain('    at ');
    const after = await runMaillon(['export', '--format', 'ndjson', '--data', 'donnees'], { folder });
    expect(after.stdout).toBe(before.stdout);
  }, 120_000);

  test('a bad file among good ones is told at the end, with what was done', async () => {
    writeFileSync(join(folder, 'rien.csv'), '');
    writeFileSync(
      join(folder, 'bon.csv'),
      'nom;adresse;code_postal;commune\nEspace Bon;1 rue des Essais;69100;Villeurbanne',
    );
    const result = await runMaillon(['import', 'rien.csv', 'bon.csv', '--data', 'donnees', '--json'], {
      folder,
    });
    expect(result.code).toBe(2);
    expect(lastJson(result)).toMatchObject({
      sources: [{ source: 'bon', accepted: 1 }],
      refusedSources: [{ name: 'rien', reason: 'empty' }],
    });
    expect(result.stderr.trim().split('\n').at(-1)).toMatch(/^rien : /);
  }, 120_000);
});

test('two processes on one folder: the second stops with code 3 and says who holds it', async () => {
  const folder = newFolder();
  let second: ReturnType<typeof runMaillon> | undefined;
  const first = runMaillon(['serve', '--no-demo', '--port', '0', '--data', 'donnees'], {
    folder,
    onNote: (_, kill) => {
      second ??= new Promise((wait) => setTimeout(wait, 2500))
        .then(() => runMaillon(['check', '--data', 'donnees'], { folder }))
        .finally(kill);
    },
  });
  await first;
  const result = await second;
  expect(result?.code).toBe(3);
  expect(result?.stderr).toContain('serve');
  expect(readFileSync(join(folder, 'donnees', 'maillon.lock'), 'utf8')).toContain('serve');
  // The first was killed: its lock is left behind, and does not keep anyone out.
  expect((await runMaillon(['check', '--data', 'donnees'], { folder })).code).toBe(0);
}, 120_000);

test('a demonstration cut short while it loads is whole at the next start', async () => {
  const folder = newFolder();
  const serve = (until: string) =>
    runMaillon(['serve', '--port', '0', '--data', 'donnees'], {
      folder,
      onNote: (said, kill) => said.includes(until) && kill(),
    });
  expect((await serve('3/3')).code).toBeNull();
  expect((await serve('Démonstration prête')).stderr).toContain('3/3');
  const sources = await runMaillon(['sources', 'list', '--json', '--data', 'donnees'], { folder });
  const { imported } = lastJson(sources) as { imported: { name: string }[] };
  expect(imported).toHaveLength(3);
}, 120_000);

describe('stopping the server', () => {
  /** Starts it through a shell, as npm does, and ends that shell when it says so: milliseconds until all is let go. */
  async function stopAfter(note: string, folder: string): Promise<number> {
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
    return performance.now() - startedAt;
  }

  test.each(['2/3', 'Pour arrêter'])(
    'is quick and lets the data go, even when only npm is told (%s)',
    async (note) => {
      const folder = newFolder();
      expect(await stopAfter(note, folder)).toBeLessThan(2000);
      expect(readdirSync(folder)).not.toContain('maillon.lock');
    },
    60_000,
  );
});
