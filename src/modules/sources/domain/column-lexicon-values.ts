import type { EnumeratedField } from '../../standard/index.ts';
import type { FieldNames } from './column-name.ts';

/** Names of the columns that hold values of a closed list: several columns may feed one field. */
export const VALUE_COLUMN_NAMES: Record<EnumeratedField, FieldNames> = {
  typologie: {
    strong: `
      typologie, type structure, type lieu, type etablissement, type organisme, type espace,
      categorie structure, nature structure, categorie lieu, type, categorie, kind`,
    weak: 'nature, statut, statut juridique, forme juridique, famille, label, reseau, category, etiquette, tag, mot cle',
    against:
      'voie public accompagnement handicap horaire tarif service demarche epci intercommunalite commune territoire bassin financeur operateur partenaire equipement materiel ordinateur conseiller mediateur presence',
  },
  itinerance: {
    strong: 'itinerance, itinerant, itinerante, action itinerante, mobilite, format, permanence itinerante',
    weak: 'mobile, bus',
  },
  services: {
    strong: `
      service, service propose, offre service, offre, prestation, thematique, service numerique,
      activite proposee, competence, atelier, formation proposee, accompagnement propose,
      thematique accompagnement`,
    weak: `
      activite, equipement, materiel, disposition, accompagnement, formation, theme, demarche, domaine,
      tag, etiquette, mot cle`,
    against: 'nom telephone email date horaire public tarif label nombre responsable epci financeur',
  },
  publics_specifiquement_adresses: {
    strong: `
      public, public accueilli, public cible, public vise, public specifique,
      public specifiquement adresse, audience, type public, profil public`,
    weak: 'beneficiaire, usager, age, destinataire',
    against: 'service transport prive espace acces',
  },
  prise_en_charge_specifique: {
    strong: `
      prise en charge specifique, prise en charge, handicap, accueil handicap,
      accompagnement public specifique, public handicap, langue, langue parlee`,
    weak: 'accessibilite, public specifique, public, pmr, public accueilli',
  },
  frais_a_charge: {
    strong: `
      frais charge, frais, tarif, cout, prix, gratuite, tarification, condition tarifaire, fee, cost,
      payant, gratuit`,
    weak: 'condition acces, condition, acces, modalite',
    against: 'telephone',
  },
  dispositif_programmes_nationaux: {
    strong: `
      dispositif programme nationaux, dispositif, programme nationaux, labelisation, labellisation,
      label, reseau porteur, label nationaux, dispositif national`,
    weak: 'programme, reseau, partenaire, habilitation, conventionnement',
    against: 'date',
  },
  formations_labels: {
    strong: 'formation label, label, formation, certification, labellisation',
    weak: 'agrement',
    against: 'date service propose',
  },
  modalites_acces: {
    strong: `
      modalite acces, modalite accueil, mode acces, acces, condition acces, mode mobilisation, prise contact,
      modalite contact, comment venir`,
    weak: 'modalite, accueil, rdv, condition, inscription',
    against: 'handicap tarif',
  },
  modalites_accompagnement: {
    strong: `
      modalite accompagnement, type accompagnement, mode accompagnement, accompagnement, mode accueil,
      forme accompagnement, modalite`,
    weak: 'format, modalite acces, accueil, service',
    against: 'handicap tarif nombre',
  },
};
