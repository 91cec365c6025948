import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Each planted fault: what a reader would say of it, the rule that must see it, the file and what it imports. */
const PLANTED: readonly (readonly [fault: string, rule: string, file: string, imports: string])[] = [
  ['a domain reads a file', 'domain-is-pure', 'src/modules/places/domain/reads-file.ts', 'node:fs'],
  ['a domain uses a database driver', 'domain-is-pure', 'src/modules/places/domain/uses-driver.ts', 'pg'],
  [
    'a domain calls its own store',
    'domain-is-pure',
    'src/modules/places/domain/calls-store.ts',
    '../store.ts',
  ],
  [
    'a domain knows the platform',
    'domain-is-pure',
    'src/modules/places/domain/logs.ts',
    '../../../platform/log.ts',
  ],
  [
    'a module enters another by the window',
    'front-door-only',
    'src/modules/finder/deep.ts',
    '../places/domain/place.ts',
  ],
  [
    'a module uses one it has not declared',
    'standard-undeclared-dependency',
    'src/modules/standard/undeclared.ts',
    '../places/index.ts',
  ],
  [
    'an action renders a page',
    'pages-are-leaves',
    'src/modules/places/actions/render.ts',
    '../pages/home.tsx',
  ],
  [
    'a page decides the address of another',
    'edges-are-leaves',
    'src/modules/places/pages/other.tsx',
    '../routes.ts',
  ],
  ['a store decides', 'stores-know-no-action', 'src/modules/finder/store.ts', './actions/search.ts'],
  ['the kernel reads the environment', 'kernel-is-pure', 'src/kernel/environment.ts', 'node:process'],
  [
    'the platform knows a module',
    'platform-knows-no-business',
    'src/platform/knows.ts',
    '../modules/places/index.ts',
  ],
  [
    'an entrypoint reaches inside a module',
    'entrypoints-use-front-doors',
    'src/entrypoints/web.ts',
    '../modules/places/store.ts',
  ],
  [
    'a module starts the program',
    'entrypoints-are-roots',
    'src/modules/finder/starts.ts',
    '../../entrypoints/cli.ts',
  ],
  ['two files need each other', 'no-cycles', 'src/kernel/left.ts', './right.ts'],
  ['an import leads nowhere', 'no-unresolved-import', 'src/platform/lost.ts', './nowhere.ts'],
  [
    'production uses test code',
    'production-imports-no-test',
    'src/platform/uses-test.ts',
    '../../test/support/builder.ts',
  ],
  [
    'production uses a development package',
    'production-needs-no-development-package',
    'src/platform/uses-development.ts',
    'vitest',
  ],
];

/** What may be done: none of these may be reported. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/kernel/right.ts': `import './left.ts';`,
  'src/kernel/result.test.ts': `import 'vitest';`,
  'src/platform/log.ts': `import 'node:fs'; import 'pg'; import '../kernel/result.ts';`,
  'src/kernel/result.ts': '',
  'src/modules/standard/index.ts': `import './domain/fields.ts';`,
  'src/modules/standard/domain/fields.ts': `import '../../../kernel/result.ts';`,
  'src/modules/places/index.ts': `import './routes.ts'; import './actions/open.ts';`,
  'src/modules/places/routes.ts': `import './pages/home.tsx';`,
  'src/modules/places/domain/place.ts': `import 'kdbush'; import '../../standard/index.ts';`,
  'src/modules/places/domain/place.test.ts': `import 'vitest'; import 'node:fs'; import './place.ts';`,
  'src/modules/places/actions/open.ts': `import '../store.ts'; import '../domain/place.ts';`,
  'src/modules/places/store.ts': `import '../../platform/log.ts'; import type {} from './domain/place.ts';`,
  'src/modules/places/pages/home.tsx': `import './parts/card.tsx';`,
  'src/modules/places/pages/parts/card.tsx': '',
  'src/modules/finder/index.ts': `import '../places/index.ts'; import './actions/search.ts';`,
  'src/modules/finder/actions/search.ts': '',
  'src/entrypoints/cli.ts': `import '../modules/places/index.ts';`,
  'test/support/builder.ts': '',
  'src/modules/standard/module.json': '{ "dependsOn": [] }',
  'src/modules/places/module.json': '{ "dependsOn": ["standard"] }',
  'src/modules/finder/module.json': '{ "dependsOn": ["standard", "places"] }',
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { kdbush: '1.0.0', pg: '1.0.0' },
    devDependencies: { vitest: '1.0.0' },
  }),
};

interface Violation {
  rule: { name: string };
  from: string;
}

let tree = '';
let reported: string[] = [];

function write(path: string, content: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), content);
}

function cruise(): Violation[] {
  const bin = resolve(ROOT, 'node_modules/.bin/depcruise');
  const args = ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const report = execFileSync(bin, args, { cwd: tree, encoding: 'utf8', maxBuffer: 64e6 });
  return JSON.parse(report).summary.violations;
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'maillon-boundaries-'));
  copyFileSync(resolve(ROOT, '.dependency-cruiser.mjs'), join(tree, '.dependency-cruiser.mjs'));
  for (const [path, content] of Object.entries(ALLOWED)) write(path, content);
  for (const name of ['kdbush', 'pg', 'vitest']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const [, , file, imports] of PLANTED) write(file, `import '${imports}';`);
  reported = cruise().map(({ rule, from }) => `${rule.name} in ${from}`);
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

test.each(PLANTED)('%s: %s sees it', (_fault, rule, file) => {
  expect(reported).toContain(`${rule} in ${file}`);
});

test('nothing else is reported: what is allowed stays allowed', () => {
  const planted = PLANTED.map(([, rule, file]) => `${rule} in ${file}`);
  expect([...new Set(reported)].sort()).toEqual(planted.sort());
});
