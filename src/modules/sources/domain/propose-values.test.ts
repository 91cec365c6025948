import { describe, expect, test } from 'vitest';
import { first, NAMES, propose } from '../../../../test/support/proposals.ts';

describe('the proposed values', () => {
  test('maps exact values of the standard, the longer text excepted from the shorter', () => {
    const proposal = propose({
      nom: NAMES,
      tarif: ['Gratuit', 'Gratuit sous condition', 'Payant', 'Gratuit'],
    });
    expect(first(proposal, 'frais_a_charge')).toBe('tarif');
    expect(proposal.values.frais_a_charge).toContainEqual({
      columns: ['tarif'],
      terms: ['gratuit'],
      except: ['gratuit sous condition'],
      value: 'Gratuit',
    });
  });

  test('reads a column of yes and no as the value that its name says', () => {
    const proposal = propose({ nom: NAMES, 'Publics [Seniors]': ['Oui', 'Non', 'X', ''] });
    const rules = proposal.values.publics_specifiquement_adresses ?? [];
    expect(rules.map(({ columns, value }) => [columns, value])).toEqual([[['Publics [Seniors]'], 'Seniors']]);
    expect(rules[0]?.terms).toContain('oui');
  });

  test('pools columns that are one list spread out', () => {
    const proposal = propose({
      nom: NAMES,
      'Public 1': ['Jeunes', 'Seniors', '', 'Jeunes'],
      'Public 2': ['Seniors', '', '', ''],
      'Public 3': ['', '', 'Femmes', ''],
    });
    expect(proposal.fields.publics_specifiquement_adresses).toMatchObject({
      columns: ['Public 1', 'Public 2', 'Public 3'],
      transform: { kind: 'list' },
    });
  });

  test('an acronym inside another name says nothing', () => {
    const answers = ['Oui', '', 'Oui', ''];
    expect(propose({ nom: NAMES, DEM_Gen: answers }).values).toEqual({});
  });

  test('of a column that says no more than « oui » come from its name, never from its cells', () => {
    const proposal = propose({ nom: NAMES, parking: ['Oui', 'Non', 'Oui', 'Non'] });
    expect(proposal.values).toEqual({});
    expect(proposal.unmapped).toEqual(['parking']);
  });

  test('an action done online is no help at a distance', () => {
    const proposal = propose({ nom: NAMES, 'Aide aux démarches en ligne (O/N)': ['O', 'N', 'O', 'O'] });
    expect(Object.keys(proposal.values)).toEqual(['services']);
  });

  test('a note of the tool that wrote the file answers no question', () => {
    const answers = ['true', 'false', 'true', ''];
    expect(propose({ nom: NAMES, _email_is_pii: answers }).values).toEqual({});
  });

  test('« autre » alone does not tell which question was asked', () => {
    const proposal = propose({ nom: NAMES, "Type d'acteur": ['Autre', 'Je guide', 'Autre', 'Je forme'] });
    expect(proposal.fields.typologie).toBeUndefined();
  });

  test('sentences under a name that says a list are read as they come, and kept as text too', () => {
    const activities = Array.from(
      { length: 20 },
      (_, rank) =>
        `Le groupe ${rank} se retrouve chaque semaine pour apprendre à gérer ses e-mails et à naviguer sur internet en confiance`,
    );
    const proposal = propose({
      nom: activities.map((_, rank) => `Médiathèque ${rank}`),
      'Activités proposées': activities,
    });
    expect(first(proposal, 'services')).toBe('Activités proposées');
    expect(proposal.values.services ?? []).toEqual([]);
  });
});
