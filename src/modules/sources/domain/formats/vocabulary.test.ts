import { expect, test } from 'vitest';
import { STANDARD_FIELDS } from '../../../standard/index.ts';
import { recogniseVocabulary } from './vocabulary.ts';

const REQUIRED = ['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'];

test('the national standard is recognised by its fields, and its version by those that changed', () => {
  expect(recogniseVocabulary([...STANDARD_FIELDS])).toBe('standard-v1');
  expect(recogniseVocabulary([...REQUIRED, 'services', 'publics_accueillis', 'courriel'])).toBe(
    'standard-v0',
  );
  expect(recogniseVocabulary([...REQUIRED, 'services', 'courriels'])).toBe('standard-v1');
});

test('one or two columns of the producer do not hide the standard', () => {
  expect(recogniseVocabulary([...STANDARD_FIELDS, 'commentaire interne'])).toBe('standard-v1');
});

test('a file that only borrows some names is not the standard', () => {
  expect(recogniseVocabulary(['id', 'nom', 'commune', 'code_postal', 'adresse'])).toBeNull();
  const others = Array.from({ length: 9 }, (_, index) => `question ${index}`);
  expect(recogniseVocabulary([...REQUIRED, ...others])).toBeNull();
});

test('data·inclusion is recognised by the fields that no one else has', () => {
  const structure = ['source', 'id', 'nom', 'date_maj', 'siret', 'reseaux_porteurs', 'horaires_accueil'];
  expect(recogniseVocabulary(structure)).toBe('data-inclusion-v1');
  expect(recogniseVocabulary(['source', 'id', 'nom', 'date_maj', 'structure_id', 'thematiques'])).toBe(
    'data-inclusion-v1',
  );
  expect(recogniseVocabulary(['source', 'id', 'nom', 'date_maj'])).toBeNull();
});
