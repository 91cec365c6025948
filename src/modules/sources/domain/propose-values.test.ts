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
});
