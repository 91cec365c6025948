import ts from 'typescript';

const PUBLIC = ['ar', 'en', 'es', 'falc', 'fr', 'uk'];
const MANAGEMENT = ['en', 'fr'];

/** Tables of words of a source: where each stands, and the words of each language; null when it has none. */
export function findTables(source) {
  if (!/\b(?:en|falc)\b/.test(source)) return null;
  const file = ts.createSourceFile('words.tsx', source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const tables = [];
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const keys = node.properties.map(({ name }) => name?.text).toSorted();
      if ([PUBLIC, MANAGEMENT].some((languages) => languages.join() === keys.join()))
        tables.push(tableOf(node, file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return tables.length > 0 ? tables : null;
}

const rangeOf = (node, file) => ({ from: node.getStart(file), to: node.getEnd() });

const tableOf = (node, file) => ({
  ...rangeOf(node, file),
  words: new Map(node.properties.map((property) => [property.name.text, rangeOf(property, file)])),
});

/**
 * The source with the words of one language: those of management are French where they do not speak it. A phone downloads
 * what its reader reads, and not the five other languages.
 */
export function keepOneLanguage(source, tables, lang) {
  const write = ({ from, to }) => {
    let text = '';
    let at = from;
    for (const table of tables) {
      if (table.from < at || table.to > to) continue;
      const kept = table.words.get(lang) ?? table.words.get('fr');
      text += `${source.slice(at, table.from)}{${write(kept)}}`;
      at = table.to;
    }
    return text + source.slice(at, to);
  };
  return write({ from: 0, to: source.length });
}
