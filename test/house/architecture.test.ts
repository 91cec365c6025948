import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesMatching, isPresent, isTest, moduleNames, readText } from './project.ts';

const modules = moduleNames();
const dependenciesOf = (name: string): string[] =>
  JSON.parse(readText(`src/modules/${name}/module.json`)).dependsOn;

/** Files longer than 300 lines, each with the reason that no split would help its reader. */
const LONG_FILES: Readonly<Record<string, string>> = {};

const FILE_LIMIT_LINES = 300;
const README_LIMIT_LINES = 20;

/**
 * What a module may hold at its first level: a newcomer finds the same rooms in each. Besides them: clients of outside
 * services, each named after its service, and tests of the module as a whole.
 */
const ROOMS = [
  /^(README[.]md|module[.]json|domain|actions|store|schema|routes|pages|contract|client)$/,
  /^(index|store|schema|routes|jobs|cli|checks|messages|personal-data|[a-z-]+-messages)[.]ts$/,
  /^(ban|geo-api)[.]ts$/,
  /^[a-z-]+[.]test[.]ts$/,
];

/** Names under which anything fits, so nothing can be found. */
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|services?|managers?|shared)$/;

describe('modules', () => {
  test.each(modules)('%s declares only modules that exist', (name) => {
    expect(modules).toEqual(expect.arrayContaining(dependenciesOf(name)));
  });

  test('never depend on each other in a circle', () => {
    expect(findCycle(new Map(modules.map((name) => [name, dependenciesOf(name)])))).toBeNull();
  });

  test('a circle would be seen', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ]);
    expect(findCycle(circle)).toEqual(['a', 'b', 'c', 'a']);
  });

  test.each(modules)('%s has a front door and a short README', (name) => {
    expect(isPresent(`src/modules/${name}/index.ts`)).toBe(true);
    const lines = readText(`src/modules/${name}/README.md`).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(README_LIMIT_LINES);
  });

  test.each(modules)('%s keeps to the rooms that every module has', (name) => {
    const entries = filesMatching(`src/modules/${name}/*`).map((path) => basename(path));
    expect(entries.filter((entry) => !ROOMS.some((room) => room.test(entry)))).toEqual([]);
  });
});

/** The names along the first circle found, or null. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const visit = (name: string, path: readonly string[]): string[] | null => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle) return cycle;
    }
    return null;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return null;
}

describe('files', () => {
  const sources = filesMatching('{src,test,scripts}/**/*.{ts,tsx,mjs}');

  test('src holds four floors and nothing else', () => {
    const floors = filesMatching('src/*').map((path) => basename(path));
    expect(floors).toEqual(['entrypoints', 'kernel', 'modules', 'platform']);
  });

  test('no file or folder has a name that says nothing', () => {
    const stems = (path: string) => path.split('/').map((part) => part.replace(/[.].*$/, ''));
    expect(sources.filter((path) => stems(path).some((stem) => EMPTY_NAMES.test(stem)))).toEqual([]);
  });

  test('are at most 300 lines long, save those that say why', () => {
    const long = sources.filter((path) => !isTest(path) && lineCount(path) > FILE_LIMIT_LINES);
    expect(long).toEqual(Object.keys(LONG_FILES).sort());
  });
});

const lineCount = (path: string): number => readText(path).trimEnd().split('\n').length;
