import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/platform/config.ts';
import { filesMatching, isPresent, moduleNames, readText } from './project.ts';

const decisions = filesMatching('docs/adr/*.md');
const documents = [...filesMatching('*.md', 'docs/**/*.md', 'demo/*.md', 'src/**/README.md')];

const withoutBlocks = (text: string): string => text.replace(/```.*?```/gs, '');

/** Targets of links and pictures inside the project, and paths written between back-quotes. */
function pathsNamedIn(document: string): string[] {
  const text = withoutBlocks(readText(document));
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target]) =>
    join(dirname(document), target!),
  );
  const quoted = [...text.matchAll(/`((?:src|test|docs|scripts|migrations|demo)\/[\w./-]+)`/g)].map(
    ([, path]) => path!,
  );
  return [...links, ...quoted];
}

describe('documents', () => {
  test.each(documents)('%s names only paths that exist', (document) => {
    expect(pathsNamedIn(document).filter((path) => !isPresent(path))).toEqual([]);
  });

  test('every decision that the code cites exists', () => {
    const code = filesMatching(
      '{src,test,scripts}/**/*.{ts,tsx,mjs}',
      '*.{json,mjs}',
      '.dependency-cruiser.mjs',
    );
    const cited = code.flatMap((path) =>
      [...readText(path).matchAll(/docs\/adr\/(\d{4})/g)].map(([, number]) => number),
    );
    const known = decisions.map((path) => path.slice('docs/adr/'.length, 'docs/adr/'.length + 4));
    expect(known).toEqual(expect.arrayContaining(cited));
  });

  test('ARCHITECTURE.md fits one page and names every module', () => {
    const text = readText('ARCHITECTURE.md');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
    expect(moduleNames().filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test('ARCHITECTURE.md gives each module the dependencies that it declares', () => {
    const text = readText('ARCHITECTURE.md');
    const told = moduleNames().map((name) => {
      const uses = new RegExp(`^\\| \`${name}\` \\|.*\\| (.*) \\|$`, 'm').exec(text)?.[1] ?? '';
      return { name, uses: [...uses.matchAll(/`(\w+)`/g)].map(([, used]) => used) };
    });
    const declared = moduleNames().map((name) => ({
      name,
      uses: JSON.parse(readText(`src/modules/${name}/module.json`)).dependsOn,
    }));
    expect(told).toEqual(declared);
  });

  test('GLOSSARY.md has every field of a place', () => {
    const fields = readText('src/modules/standard/domain/place-fields.ts');
    const shape = /interface PlaceFields \{(.*?)\n\}/s.exec(fields)?.[1] ?? '';
    const keys = [...shape.matchAll(/^ {2}(\w+)\?:/gm)].map(([, key]) => key!);
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !readText('GLOSSARY.md').includes(`| \`${key}\` |`))).toEqual([]);
  });
});

describe('decisions', () => {
  test('have each a number of their own', () => {
    const numbers = decisions.map((path) => /docs\/adr\/(\d{4})-[a-z0-9-]+[.]md$/.exec(path)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  const PARTS = [
    '- Status: ',
    '- Date: ',
    '## Context',
    '## Options',
    '## Decision',
    '## Consequences',
    '## Enforced by',
    '## Revisit when',
  ];

  test.each(decisions)('%s fits one page and says everything a decision must', (path) => {
    const text = readText(path);
    const number = path.slice('docs/adr/'.length, 'docs/adr/'.length + 4);
    expect(text.startsWith(`# ${number}. `)).toBe(true);
    expect(PARTS.filter((part) => !text.includes(part))).toEqual([]);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  });
});

describe('.env.example', () => {
  const example = [...readText('.env.example').matchAll(/^# ?([A-Z_]+)=(.*)$/gm)].map(
    ([, name, value]) => [name!, value!] as const,
  );

  test('lists every variable that the program reads, and no other', () => {
    const schema = /const ENVIRONMENT = z\.object\(\{(.*?)\n\}\);/s.exec(
      readText('src/platform/config.ts'),
    )?.[1];
    const read = [...(schema ?? '').matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(5);
    expect(example.map(([name]) => name)).toEqual(read);
  });

  test('gives the true default of each', () => {
    expect(readConfig(Object.fromEntries(example), '/folder')).toEqual(readConfig({}, '/folder'));
  });
});
