import { describe, expect, test } from 'vitest';
import { VOCABULARY } from './column-lexicon.ts';
import { readColumnName } from './column-name.ts';

const leaf = (name: string): string[] => readColumnName(name, VOCABULARY).leaf;

describe('the name of a column', () => {
  test.each([
    ['nom_structure', 'NomStructure'],
    ['Nom de la structure *', 'NOM STRUCTURE'],
    ['code postal', 'CodePostal'],
    ['codepostal', 'code_postal'],
    ['Adresse e-mail', 'adresse_mail'],
    ['Adresse', 'adr'],
    ['téléphones', 'TEL'],
    ['horaires', 'Horaire'],
    ['Adressenumerodelavoie', 'Adresse (numéro) de la voie numero'],
  ])('reads %s and %s alike, but for asides', (left, right) => {
    expect(new Set(leaf(left))).toEqual(
      right.includes('(') ? new Set(['adresse', 'numero', 'voie']) : new Set(leaf(right)),
    );
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])('« %s » is a word like another', (name) => {
    for (const word of leaf(name)) expect(word).toBeTypeOf('string');
  });

  test('leaves out the help text that forms put in brackets', () => {
    expect(leaf('Email (évitez les adresses nominatives)')).toEqual(['email']);
  });

  test('keeps the words above it in a nested record, and says when it is one of several', () => {
    expect(readColumnName('contacts.0.telephone', VOCABULARY)).toMatchObject({
      leaf: ['telephone'],
      parents: ['contact', '0'],
      isListed: true,
    });
    expect(readColumnName('properties.nom', VOCABULARY)).toMatchObject({ leaf: ['nom'], isListed: false });
  });

  test('takes its parent in when it says nothing alone', () => {
    expect(leaf('commune.libelle')).toEqual(['commune', 'libelle']);
  });

  test('cut at ten characters by a shapefile keeps the start of its last word', () => {
    expect(readColumnName('SITE_INTER', VOCABULARY).cut).toBe('inter');
    expect(readColumnName('CODE_POST', VOCABULARY).cut).toBeNull();
  });

  test('made of an ordinary word is not cut in pieces', () => {
    expect(leaf('nomade')).toEqual(['nomade']);
    expect(leaf('transport')).toEqual(['transport']);
  });
});
