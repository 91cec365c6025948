import { describe, expect, test } from 'vitest';
import { first, propose } from '../../../../test/support/proposals.ts';
import { STANDARD_FIELDS } from '../../standard/index.ts';

/** One fictitious place as the national standard writes it. */
const RECORD: Record<string, string> = {
  id: 'maillon-1',
  pivot: '43493312300029',
  nom: 'Espace Alpha',
  commune: 'Bron',
  code_postal: '69500',
  code_insee: '69029',
  adresse: '3 rue des Lilas',
  latitude: '45.7344',
  longitude: '4.9118',
  typologie: 'ASSO|TIERS_LIEUX',
  telephone: '+33472000001',
  courriels: 'accueil@alpha.example',
  horaires: 'Mo-Fr 09:00-12:00',
  presentation_resume: 'Un lieu.',
  source: 'Réseau fictif',
  itinerance: 'Fixe',
  date_maj: '2026-10-01',
  services: 'Loisirs et créations numériques',
  modalites_acces: 'Se présenter|Téléphoner',
  prise_rdv: 'https://rdv.example/alpha',
};
const SURE = 0.99;

const columns = (record: Record<string, string>) =>
  Object.fromEntries(Object.entries(record).map(([name, text]) => [name, [text]]));

describe('a file of the national standard', () => {
  test.each(['', 'properties.', 'fields.'])('under « %s » is read back field by field', (wrapper) => {
    const named = Object.entries(RECORD).map(([name, text]) => [wrapper + name, text]);
    const proposal = propose(columns(Object.fromEntries(named)));
    for (const field of STANDARD_FIELDS.filter((name) => name in RECORD)) {
      expect([field, proposal.fields[field]]).toEqual([
        field,
        { columns: [wrapper + field], confidence: SURE },
      ]);
    }
    expect(proposal.values).toEqual({});
  });

  test('of version 0 gives its renamed columns to the fields of today', () => {
    const { courriels, modalites_acces: _, itinerance: __, ...same } = RECORD;
    const proposal = propose(
      columns({
        ...same,
        courriel: courriels ?? '',
        publics_accueillis: 'Seniors (+ 65 ans);Surdité',
        conditions_acces: 'Gratuit',
        labels_nationaux: 'CNFS',
        accessibilite: 'https://acceslibre.beta.gouv.fr/app/fiche/',
      }),
    );
    expect(first(proposal, 'courriels')).toBe('courriel');
    expect(first(proposal, 'publics_specifiquement_adresses')).toBe('publics_accueillis');
    expect(first(proposal, 'prise_en_charge_specifique')).toBe('publics_accueillis');
    expect(first(proposal, 'frais_a_charge')).toBe('conditions_acces');
    expect(first(proposal, 'dispositif_programmes_nationaux')).toBe('labels_nationaux');
    expect(first(proposal, 'fiche_acces_libre')).toBe('accessibilite');
  });

  test('whose column holds something else keeps what its cells say', () => {
    const proposal = propose(columns({ ...RECORD, telephone: 'accueil@alpha.example' }));
    expect(proposal.fields.telephone).toBeUndefined();
  });
});

describe('a file of data·inclusion v1', () => {
  const structure = {
    id: 'maillon--1',
    nom: 'Espace Alpha',
    source: 'maillon',
    date_maj: '2026-10-01',
    siret: '43493312300029',
    commune: 'Bron',
    horaires_accueil: 'Mo-Fr 09:00-12:00',
    reseaux_porteurs: 'france-service|caf',
    'services.thematiques': 'numerique--maitriser-les-fondamentaux-du-numerique',
    'services.modes_accueil': 'en-presentiel|a-distance',
  };

  test('gives its own names to the fields of the standard', () => {
    const proposal = propose(columns({ ...structure, 'services.nom': 'Atelier du mardi' }));
    expect(first(proposal, 'pivot')).toBe('siret');
    expect(first(proposal, 'horaires')).toBe('horaires_accueil');
    expect(first(proposal, 'typologie')).toBe('reseaux_porteurs');
    expect(first(proposal, 'services')).toBe('services.thematiques');
    expect(proposal.fields.modalites_accompagnement?.confidence).toBe(SURE);
  });

  test('whose services bear the names of the standard gives them back, though several share a theme', () => {
    const proposal = propose(columns({ ...structure, 'services.nom': 'Loisirs et créations numériques' }));
    expect(proposal.fields.services?.columns).toEqual(['services.nom']);
    expect(proposal.values.services).toBeUndefined();
  });
});
