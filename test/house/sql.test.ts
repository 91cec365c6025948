import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesMatching, isTest, moduleNames, readText } from './project.ts';

/** Each `sql` template of a file, with `?` where a value is given. */
function statementsIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql')
      found.push(textOf(node.template));
    ts.forEachChild(node, visit);
  };
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind));
  return found;
}

const textOf = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(' ? ');

/** Tables a statement names that do not belong to the module: neither its own nor another's published view. */
function foreignTables(statement: string, module: string): string[] {
  const text = statement.toLowerCase().replace(/distinct\s+from|extract\s*\(\s*\w+\s+from/g, ' ');
  const local = new Set(
    [...text.matchAll(/\b([a-z_]+)\s+as\s+(?:materialized\s+)?\(/g)].map(([, name]) => name),
  );
  const named = text.matchAll(
    /\b(?:from|join|into|update|truncate|table)\s+(?:only\s+)?([a-z_]+(?:[.][a-z_]+)?)(\s*\()?/g,
  );
  return [...named]
    .filter(
      ([, table, call]) =>
        !['set', 'skip'].includes(table!) && !(call && !table!.includes('.')) && !local.has(table),
    )
    .map(([, table]) => table!)
    .filter((table) => !table.startsWith(`${module}.`) && !/^[a-z_]+[.]published_[a-z_]+$/.test(table));
}

const moduleOf = (path: string): string => path.split('/')[2]!;
const isStore = (path: string): boolean =>
  /^src\/modules\/[^/]+\/(store([.]ts$|\/)|schema([.]ts$|\/)|checks[.]ts$)/.test(path);
const production = filesMatching('src/modules/**/*.{ts,tsx}').filter((path) => !isTest(path));

describe('SQL', () => {
  test('stands in stores only: a rule and a statement are never in the same file', () => {
    const elsewhere = production.filter(
      (path) => !isStore(path) && statementsIn(path, readText(path)).length > 0,
    );
    expect(elsewhere).toEqual([]);
  });

  test.each(production.filter(isStore))(
    '%s names only tables of its own module, or published views',
    (path) => {
      const foreign = statementsIn(path, readText(path)).flatMap((sql) => foreignTables(sql, moduleOf(path)));
      expect(foreign).toEqual([]);
    },
  );

  test.each([
    ['select id from directory.place', ['directory.place']],
    ['select id from sources.record join directory.place on true', ['directory.place']],
    ['update directory.place set id = ?', ['directory.place']],
    ['insert into directory.place (id) values (?)', ['directory.place']],
    ['delete from directory.place', ['directory.place']],
    ['select id from place', ['place']],
    ['select id from directory.published_place', []],
    ['with recent as (select 1 from sources.record) select * from recent', []],
    ['select * from jsonb_to_recordset(?) as new(id text)', []],
    ['insert into sources.record (id) values (?) on conflict (id) do update set id = excluded.id', []],
    ['select 1 from sources.record where hash is distinct from old.hash', []],
  ])('of sources, « %s » names %j that it does not own', (statement, expected) => {
    expect(foreignTables(statement, 'sources')).toEqual(expected);
  });
});

describe('migrations', () => {
  const statements = filesMatching('migrations/*.sql').flatMap((path) =>
    readText(path).split('--> statement-breakpoint'),
  );

  test('create schemas that bear the name of a module', () => {
    const schemas = statements.flatMap((text) => /create schema "?(\w+)"?/i.exec(text)?.[1] ?? []);
    expect(moduleNames()).toEqual(expect.arrayContaining(schemas));
  });

  test('tie no table of a module to a table of another', () => {
    const crossing = statements.filter((text) => {
      const [, owner] = /alter table "?(\w+)"?[.].*foreign key/is.exec(text) ?? [];
      const [, target] = /references "?(\w+)"?[.]/i.exec(text) ?? [];
      return owner !== undefined && owner !== target;
    });
    expect(crossing).toEqual([]);
  });

  test('go forward only: numbered without a gap, each in the journal, in order of date', () => {
    const { entries } = JSON.parse(readText('migrations/meta/_journal.json')) as {
      entries: { idx: number; tag: string; when: number }[];
    };
    const names = filesMatching('migrations/*.sql').map((path) =>
      path.slice('migrations/'.length, -'.sql'.length),
    );
    expect(entries.map(({ tag }) => tag)).toEqual(names);
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, rank) => rank));
    const dates = entries.map(({ when }) => when);
    expect(dates).toEqual([...dates].sort((a, b) => a - b));
  });

  test('never drop what holds data', () => {
    expect(
      statements.filter((text) => /\b(drop (table|schema|column)|truncate table)\b/i.test(text)),
    ).toEqual([]);
  });
});
