import { expect, test } from 'vitest';
import type { SourceSummary } from '../store/sources.ts';
import { sourceOfAddress, sourceOfCatalogue, sourceOfFile } from './choose-source.ts';

const known = (facts: Partial<SourceSummary>): SourceSummary => ({
  name: 'lieux',
  title: 'lieux',
  territory: null,
  url: null,
  licence: null,
  rhythm: null,
  records: 10,
  missing: 0,
  lastImportAt: new Date('2026-10-01T08:00:00Z'),
  lastImportId: 1,
  heldImportId: null,
  ...facts,
});
const NEW = { source: '', title: '' };

test('a file without any choice becomes a source that bears its name', () => {
  expect(sourceOfFile(NEW, 'Réseau des Mésanges.xlsx', [])).toMatchObject({
    ok: true,
    value: { name: 'reseau-des-mesanges', title: 'Réseau des Mésanges' },
  });
});

test('a second file of the same name never replaces the source of the first by accident', () => {
  const card = sourceOfFile(NEW, 'lieux.csv', [known({}), known({ name: 'lieux-2' })]);
  expect(card).toMatchObject({ ok: true, value: { name: 'lieux-3', title: 'lieux (3)' } });
});

test('a source that never published anything may be read again under its name', () => {
  const card = sourceOfFile(NEW, 'lieux.csv', [known({ lastImportAt: null })]);
  expect(card).toMatchObject({ ok: true, value: { name: 'lieux' } });
});

test('the same address is the same source, whatever it is called', () => {
  const url = 'https://donnees.example/lieux.csv';
  expect(sourceOfAddress({ source: '', title: 'Autre' }, url, [known({ url })])).toMatchObject({
    ok: true,
    value: { name: 'lieux' },
  });
});

test('a source chosen in the list is updated, and one that does not exist is refused', () => {
  expect(sourceOfFile({ source: 'lieux', title: 'x' }, 'b.csv', [known({})])).toMatchObject({
    ok: true,
    value: { name: 'lieux', title: 'lieux' },
  });
  expect(sourceOfFile({ source: 'perdu', title: '' }, 'b.csv', [known({})])).toEqual({
    ok: false,
    refusal: 'unknown-source',
  });
});

test('a source of the catalogue comes with its address and its licence', () => {
  expect(sourceOfCatalogue('france-services')).toMatchObject({
    name: 'france-services',
    title: 'France Services',
  });
  expect(sourceOfCatalogue('nulle-part')).toBeNull();
});
