import { describe, expect, test } from 'vitest';
import { SMALL_REFERENCE } from '../../../../test/support/communes.ts';
import {
  CODES,
  COMMUNES,
  EMAILS,
  first,
  NAMES,
  PHONES,
  propose,
  STREETS,
} from '../../../../test/support/proposals.ts';
import { STANDARD_FIELDS, type StandardField } from '../../standard/index.ts';
import { proposeMapping } from './propose.ts';

describe('the proposed mapping', () => {
  test('finds each field of the standard under its own name, even when the column is empty', () => {
    const proposal = propose(Object.fromEntries(STANDARD_FIELDS.map((field) => [field, ['']])));
    for (const field of STANDARD_FIELDS) expect([field, first(proposal, field)]).toEqual([field, field]);
  });

  test('takes as identifier the one that every record has', () => {
    const proposal = propose({
      identifiant: ['lieu-1', 'lieu-2', 'lieu-3', 'lieu-4'],
      nom: NAMES,
      'origine.identifiant': ['', '', 'M005', ''],
    });
    expect(first(proposal, 'id')).toBe('identifiant');
  });

  test('knows the names that French open data gives to a field', () => {
    const proposal = propose({
      IDENTIFIANT: ['1', '2', '3', '4'],
      'Raison sociale': NAMES,
      Adr: STREETS,
      CP: CODES,
      Ville: COMMUNES,
      Tél: PHONES,
      Mél: EMAILS,
      'Dernière mise à jour': ['02/11/2026', '03/11/2026', '14/10/2026', '15/10/2026'],
    });
    expect(first(proposal, 'id')).toBe('IDENTIFIANT');
    expect(first(proposal, 'nom')).toBe('Raison sociale');
    expect(first(proposal, 'adresse')).toBe('Adr');
    expect(first(proposal, 'code_postal')).toBe('CP');
    expect(first(proposal, 'commune')).toBe('Ville');
    expect(first(proposal, 'telephone')).toBe('Tél');
    expect(first(proposal, 'courriels')).toBe('Mél');
    expect(first(proposal, 'date_maj')).toBe('Dernière mise à jour');
    expect(proposal.unmapped).toEqual([]);
  });

  test.each([
    [
      'a spreadsheet of a network',
      {
        'Nom de la structure': NAMES,
        'Adresse - Rue': STREETS,
        'Adresse - Ville': COMMUNES,
        'Contact public - Téléphone': PHONES,
      },
    ],
    [
      'OpenStreetMap',
      { name: NAMES, 'addr:street': STREETS, 'addr:city': COMMUNES, 'contact:phone': PHONES },
    ],
    [
      'a GeoJSON layer',
      {
        'properties.LIBELLE': NAMES,
        'properties.ADRESSE': STREETS,
        'properties.NOM_COMMUN': COMMUNES,
        'properties.TEL': PHONES,
      },
    ],
    [
      'a participatory map',
      {
        name: NAMES,
        'address.streetAddress': STREETS,
        'address.addressLocality': COMMUNES,
        telephone: PHONES,
      },
    ],
    [
      'an English list',
      { 'Organisation name': NAMES, 'Address line 1': STREETS, Town: COMMUNES, 'Phone number': PHONES },
    ],
    [
      'the answers to a form',
      {
        'Quel est le nom de votre structure ?': NAMES,
        'Quelle est votre adresse (numéro et rue) ?': STREETS,
        Ville: COMMUNES,
        'Un numéro de téléphone pour vous joindre': PHONES,
      },
    ],
  ])('reads %s', (_, columns: Record<string, string[]>) => {
    const proposal = propose(columns);
    expect(
      ['nom', 'adresse', 'commune', 'telephone'].map((field) => first(proposal, field as StandardField)),
    ).toEqual(Object.keys(columns));
  });

  test('recognises contents where names say nothing', () => {
    const proposal = propose({ c1: NAMES, c2: CODES, c3: COMMUNES, c4: PHONES, c5: EMAILS, c6: STREETS });
    expect(first(proposal, 'nom')).toBe('c1');
    expect(first(proposal, 'code_postal')).toBe('c2');
    expect(first(proposal, 'commune')).toBe('c3');
    expect(first(proposal, 'telephone')).toBe('c4');
    expect(first(proposal, 'courriels')).toBe('c5');
    expect(first(proposal, 'adresse')).toBe('c6');
  });

  test('trusts contents more than names: X that holds latitudes is the latitude', () => {
    const proposal = propose({
      nom: NAMES,
      'Coord. X': ['45.7344', '45.7719', '45.7032', '45.7013'],
      'Coord. Y': ['4.9118', '4.8902', '4.8817', '4.8531'],
    });
    expect(first(proposal, 'latitude')).toBe('Coord. X');
    expect(first(proposal, 'longitude')).toBe('Coord. Y');
  });

  test('recognises Lambert 93, in metres', () => {
    const proposal = propose({
      nom: NAMES,
      x: ['848123', '846001', '845500', '843000'],
      y: ['6517000', '6521000', '6513000', '6512800'],
    });
    expect(proposal.fields.latitude?.transform).toEqual({ kind: 'lambert-93', x: 'x', y: 'y' });
    expect(first(proposal, 'latitude')).toBe('y');
    expect(first(proposal, 'longitude')).toBe('x');
  });

  test('takes both coordinates out of one column', () => {
    const proposal = propose({
      nom: NAMES,
      geo_point_2d: ['45.7344, 4.9118', '45.7719, 4.8902', '45.7032, 4.8817', '45.7013, 4.8531'],
    });
    expect(proposal.fields.latitude).toMatchObject({
      columns: ['geo_point_2d'],
      transform: { kind: 'part', part: 'latitude' },
    });
    expect(proposal.fields.longitude).toMatchObject({ transform: { kind: 'part', part: 'longitude' } });
  });

  test('joins a house number and a street that stand apart', () => {
    const proposal = propose({
      nom: NAMES,
      'N° voie': ['3', '12', '', '7 bis'],
      Voie: ['rue des Lilas', 'avenue de la Gare', 'Place du Marché', 'chemin Vert'],
      commune: COMMUNES,
    });
    expect(proposal.fields.adresse?.columns).toEqual(['Voie', 'N° voie']);
    expect(proposal.fields.adresse?.transform).toEqual({
      kind: 'join',
      order: ['N° voie', 'Voie'],
      separator: ' ',
    });
  });

  test('takes the postal code and the commune out of an address that holds them', () => {
    const proposal = propose({
      nom: NAMES,
      adresse: STREETS.map((street, rank) => `${street} - ${CODES[rank]} ${COMMUNES[rank]}`),
    });
    expect(proposal.fields.adresse?.transform).toEqual({ kind: 'part', part: 'street' });
    expect(proposal.fields.code_postal).toMatchObject({
      columns: ['adresse'],
      transform: { kind: 'part', part: 'postal-code' },
    });
    expect(proposal.fields.commune).toMatchObject({
      columns: ['adresse'],
      transform: { kind: 'part', part: 'commune' },
    });
  });

  test('gathers one column per weekday, half-days in their order', () => {
    const proposal = propose({
      nom: NAMES,
      horaires_lundi_matin: ['9h-12h', 'Fermé', '', '9h-12h'],
      horaires_lundi_apm: ['14h-17h', '', '', '14h-18h'],
      horaires_mardi_matin: ['9h-12h', '9h-12h', '', ''],
      horaires_mardi_apm: ['', '14h-17h', '', ''],
      horaires_jeudi_matin: ['9h-12h', '', '10h-12h', ''],
    });
    expect(proposal.fields.horaires?.transform).toEqual({
      kind: 'weekdays',
      days: {
        Mo: ['horaires_lundi_matin', 'horaires_lundi_apm'],
        Tu: ['horaires_mardi_matin', 'horaires_mardi_apm'],
        Th: ['horaires_jeudi_matin'],
      },
    });
  });

  test('prefers the contacts of the place to those of a person', () => {
    const proposal = propose({
      nom: NAMES,
      nom_responsable: ['Mme Exemple', 'M. Fictif', 'Mme Modèle', 'M. Inventé'],
      tel_responsable: PHONES,
      mail_responsable: EMAILS,
      telephone: [...PHONES].reverse(),
      courriel: [...EMAILS].reverse(),
    });
    expect(first(proposal, 'nom')).toBe('nom');
    expect(proposal.fields.telephone?.columns).toEqual(['telephone']);
    expect(proposal.fields.courriels?.columns).toEqual(['courriel']);
    expect(proposal.unmapped).toContain('mail_responsable');
  });

  test('reads a second number after the first', () => {
    const proposal = propose({
      nom: NAMES,
      'Téléphone fixe': PHONES,
      'Téléphone mobile': [...PHONES].reverse(),
    });
    expect(proposal.fields.telephone).toMatchObject({
      columns: ['Téléphone fixe', 'Téléphone mobile'],
      transform: { kind: 'list' },
    });
  });

  test('shares a column that mixes numbers and addresses', () => {
    const proposal = propose({
      nom: NAMES,
      contact: PHONES.map((phone, rank) => `${phone} / ${EMAILS[rank]}`),
    });
    expect(proposal.fields.telephone).toMatchObject({
      columns: ['contact'],
      transform: { kind: 'part', part: 'phone' },
    });
    expect(proposal.fields.courriels).toMatchObject({
      columns: ['contact'],
      transform: { kind: 'part', part: 'email' },
    });
  });

  test('takes the date of the last change, not the date of creation', () => {
    const dates = ['2026-01-02', '2026-02-03', '2026-03-04', '2026-04-05'];
    const proposal = propose({ nom: NAMES, date_creation: dates, date_modification: dates });
    expect(first(proposal, 'date_maj')).toBe('date_modification');
  });

  test('shows three samples, the share of filled rows and the field of each column', () => {
    const proposal = propose({ nom: NAMES, note_interne: ['relancer', '', '', ''] });
    expect(proposal.columns[0]).toMatchObject({
      name: 'nom',
      samples: NAMES.slice(0, 3),
      filled: 1,
      field: 'nom',
    });
    expect(proposal.columns[1]).toMatchObject({ samples: ['relancer'], filled: 0.25 });
  });

  test('is less sure of what it guesses than of what it recognises', () => {
    const sure = propose({ nom: NAMES, telephone: PHONES, commune: COMMUNES });
    const guessed = propose({ c1: NAMES, c2: PHONES, c3: COMMUNES });
    expect(sure.fields.telephone?.confidence).toBeGreaterThan(guessed.fields.telephone?.confidence ?? 1);
    expect(sure.fields.telephone?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  test('stands up to a file without rows or without columns', () => {
    expect(propose({ nom: [] }).fields.nom?.columns).toEqual(['nom']);
    expect(
      proposeMapping({ format: 'csv', columns: [], rows: [], notices: [] }, SMALL_REFERENCE).fields,
    ).toEqual({});
  });
});
