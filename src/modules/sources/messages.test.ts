import { expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/i18n/messages.ts';
import type { LoadRefusal } from './actions/load-input.ts';
import type { FileRefusal } from './actions/read-file.ts';
import type { MappingFileRefusal } from './domain/mapping-file.ts';
import { mappingRefusalSentence, refusalSentence } from './messages.ts';

const bytes = { limitBytes: 50 * 1024 * 1024 };
const FILES: FileRefusal[] = [
  { kind: 'empty' },
  { kind: 'too-large', ...bytes },
  { kind: 'too-many-rows', limit: 2_000_000 },
  { kind: 'too-many-columns', limit: 1_000 },
  { kind: 'line-too-long', position: 12, ...bytes },
  { kind: 'binary' },
  { kind: 'encrypted' },
  { kind: 'legacy-spreadsheet' },
  { kind: 'html' },
  { kind: 'truncated', detail: '12:3' },
  { kind: 'malformed', detail: '12:3' },
  { kind: 'zip-bomb' },
  { kind: 'no-table' },
  { kind: 'no-name-column', columns: ['ref', 'cp'] },
];
const url = 'https://donnees.example/lieux.csv';
const DOWNLOADS: LoadRefusal[] = [
  { kind: 'file-unreadable', path: 'lieux.csv' },
  { kind: 'download', url, cause: { kind: 'unsupported-protocol', protocol: 'ftp:' } },
  { kind: 'download', url, cause: { kind: 'private-address', host: 'intranet' } },
  { kind: 'download', url, cause: { kind: 'unreachable', host: 'donnees.example', cause: 'ECONNREFUSED' } },
  { kind: 'download', url, cause: { kind: 'http-error', status: 401 } },
  { kind: 'download', url, cause: { kind: 'http-error', status: 404 } },
  { kind: 'download', url, cause: { kind: 'http-error', status: 503 } },
  { kind: 'download', url, cause: { kind: 'too-many-redirects', limit: 5 } },
  { kind: 'download', url, cause: { kind: 'timeout', afterMs: 60_000 } },
  { kind: 'download', url, cause: { kind: 'too-large', ...bytes } },
];
const MAPPINGS: MappingFileRefusal[] = [
  { kind: 'not-json', detail: 'Unexpected token' },
  { kind: 'unknown-key', key: 'fields.surnom' },
  { kind: 'wrong-value', key: 'fields.nom', expected: 'object' },
  { kind: 'unknown-target', key: 'values.services', value: 'Café' },
];

/** Words that ask for an act, in the sentences of the two languages. */
const ACTS =
  /envoyez|vérifiez|enregistrez|partagez|gardez|corrigez|demandez|ouvrez|téléchargez|nommez|recommencez|copiez|autoriser|écrit une|écrivez|choisissez|commence par|send|check|save|split|keep|correct|ask|open|download|call it|try again|copy|allow|writes a|write:|choose|begins with/i;

test.each(LANGUAGES)('every refusal says what to do about it (%s)', (lang) => {
  const sentences = [
    ...[...FILES, ...DOWNLOADS].map((refusal) => refusalSentence(refusal, lang)),
    ...MAPPINGS.map((refusal) => mappingRefusalSentence(refusal, lang)),
  ];
  for (const sentence of sentences) expect(sentence).toMatch(ACTS);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('a refusal names what it speaks of', () => {
  expect(refusalSentence({ kind: 'no-name-column', columns: ['ref', 'cp'] }, 'fr')).toContain('ref, cp');
  expect(refusalSentence({ kind: 'line-too-long', position: 12, ...bytes }, 'fr')).toContain('12');
  expect(mappingRefusalSentence({ kind: 'unknown-key', key: 'fields.surnom' }, 'fr')).toContain(
    'fields.surnom',
  );
});
