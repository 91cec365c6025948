import type { StandardField } from '../../standard/index.ts';
import { VALUE_COLUMN_NAMES } from './column-lexicon-values.ts';
import { type FieldNames, nameWords } from './column-name.ts';

const PERSON =
  'contact aidant responsable referent directeur directrice dirigeant president animateur conseiller mediateur interlocuteur prenom elu maire gerant coordinateur coordinatrice createur auteur user utilisateur personne agent owner creator editor author civilite mandataire fonction poste saisie charge';
const OPERATOR = 'gestionnaire porteur porteuse parente mere tutelle employeur operateur rattachement siege';
const PLACE_CODES = 'commune insee departement region epci iris canton arrondissement';

const FIELD_NAMES: Partial<Record<StandardField, FieldNames>> = {
  id: {
    strong: `
      id, uuid, guid, global id, object id, record id, id unique, id structure, id lieu, id externe, fid,
      gid, uid, cle primaire, id fiche`,
    weak: 'reference, ref, code, code structure, numero, cle, key, slug, pk',
    against: `${PLACE_CODES} siret siren rna postal parent type categorie ban facebook twitter adresse acces user createur contact telephone nom reseau service result voie rue`,
  },
  pivot: {
    strong: 'pivot, siret, numero siret, ridet, rna, numero rna, siret structure',
    weak: 'siren, numero siren, waldec',
    against: OPERATOR,
  },
  nom: {
    strong: `
      nom, name, nom structure, nom lieu, nom etablissement, nom organisme, nom site, nom espace,
      nom usuel, nom complet, nom officiel, nom equipement, nom permanence, nom point, nom association,
      nom commercial, libelle structure, libelle lieu, denomination, enseigne, intitule, titre, title,
      appellation`,
    weak: `
      raison sociale, denomination sociale, libelle, structure, lieu, etablissement, lieu accueil,
      organisme, association, espace, site, equipement, designation, point, label, organisation, place,
      location, antenne, permanence, nom court`,
    against: `${PERSON} ${OPERATOR} ${PLACE_CODES} ville rue voie type categorie famille domaine prenom fichier reseau dispositif jour service url code nombre email telephone adresse statut format date naissance`,
  },
  commune: {
    strong: `
      commune, ville, city, town, localite, municipalite, nom commune, nom ville, libelle commune,
      commune implantation, address locality, locality, village, bureau distributeur`,
    weak: 'lieu, libelle, territoire, implantation',
    against: `code insee postal cp id canton epci communaute population departement region iris ${OPERATOR} quartier type`,
  },
  code_postal: {
    strong: 'code postal, cp, zip, zip code, postal, code post, cp ville',
    weak: 'postale, code',
    against: `insee boite bp departement telephone siret id ${OPERATOR}`,
  },
  code_insee: {
    strong: `
      code insee, insee, insee commune, code commune, code insee commune, depcom, city code, codgeo, cog,
      code officiel commune, code commune insee, numero insee, commune insee`,
    weak: 'code geographique, code geo, code',
    against: `departement region epci iris canton siret postal arrondissement ${OPERATOR}`,
  },
  adresse: {
    strong: `
      adresse, adresse postale, adresse complete, adresse lieu, adresse structure, adresse 1,
      adresse physique, adresse accueil, voie, rue, street, street address, nom voie, nom rue,
      libelle voie, numero voie, numero rue, numero voie nom, adresse ligne 1, adresse line 1, line 1,
      localisation, lieu adresse`,
    weak: 'location, coordonnee, situation, siege, geolocalisation',
    against: `email electronique web internet url site complement 2 3 code ip ville type id ban ${OPERATOR} facturation commune departement region latitude longitude x y telephone precision score`,
  },
  complement_adresse: {
    strong: `
      complement adresse, complement, adresse 2, adresse ligne 2, line 2, adresse line 2, batiment,
      etage, precision adresse, complement localisation, adresse complement, adresse suite, lieu dit,
      residence, additional adresse`,
    weak: 'adresse 3, quartier, precision, localisation, escalier, boite postale',
    against: 'horaire information telephone email presentation description public service',
  },
  telephone: {
    strong: `
      telephone, numero telephone, telephone 1, telephone fixe, telephone accueil, telephone principal,
      telephone structure, contact telephone, standard, fixe, coordonnee telephone`,
    weak: `
      portable, mobile, gsm, contact, coordonnee, telephone portable, numero, joindre, appel`,
    against: `fax telecopie 2 3 autre secondaire deuxieme urgence ${PERSON.replace('contact ', '')} ${OPERATOR}`,
  },
  courriels: {
    strong: `
      email, adresse email, adresse electronique, courrier electronique, email contact, contact email,
      email structure, email accueil, boite email`,
    weak: 'contact, electronique, coordonnee',
    against: `2 3 autre secondaire admin ${PERSON.replace('contact ', '')} ${OPERATOR} envoi inscription`,
  },
  site_web: {
    strong: `
      site web, site internet, siteweb, site, url, web, page web, adresse internet, adresse web,
      adresse site, internet, site officiel, www, url site, lien site, lien site internet, homepage,
      lien web`,
    weak: 'lien, link, page, lien internet, blog, portail',
    against:
      'facebook twitter instagram linkedin youtube reseau logo image photo picture source rdv libre api flux video inscription nom acces id fiche connexion agenda carte map icone document pdf formulaire debit wifi',
  },
  horaires: {
    strong: `
      horaire, horaire ouverture, heure ouverture, horaire accueil, opening hour, opening hours,
      jour horaire, jour heure ouverture, jour horaire ouverture, horaire permanence, ouverture,
      plage horaire, hour`,
    weak: 'heure, planning, jour, permanence, disponibilite, jour ouverture, accueil',
    against: 'date commentaire volume hebdomadaire nombre creation debut fin atelier',
  },
  presentation_resume: {
    strong: `
      presentation resume, resume, description courte, presentation courte, accroche, summary,
      short description, presentation breve, description breve, chapo, chapeau, slogan,
      description resume`,
    weak: 'description, presentation, intro, introduction, objet',
    against: 'detail longue complete service public tarif acces image photo',
  },
  presentation_detail: {
    strong: `
      presentation detail, description, presentation, description detaillee, presentation detaillee,
      description longue, description complete, presentation structure, description structure,
      description lieu, about, propos, long description, presentation activite,
      description activite`,
    weak: `
      detail, commentaire, comment, information, info, information complementaire, information diverse,
      info pratique, information pratique, remarque, observation, note, divers, contenu, body, texte,
      objet, mission, activite, precision, plus, complement information, accompagnement, decri, decrire,
      decrivez, mot`,
    against: 'resume courte breve horaire tarif adresse acces image photo telephone date public langue',
  },
  source: {
    strong: `
      source, origine, producteur, source donnee, origine donnee, fournisseur, data source, provider`,
    weak: 'jeu donnee, dataset, contributeur, organisation source, partenaire',
    against: 'id lien url energie date maj',
  },
  structure_parente: {
    strong: `
      structure parente, organisme gestionnaire, gestionnaire, structure porteuse, organisme porteur,
      porteur, porteuse, tutelle, structure mere, maison mere, structure rattachement,
      organisme rattachement, rattachement, structure gestionnaire, organisme tutelle,
      organisation parente, parent organization, organization, nom gestionnaire, employeur`,
    weak: `
      operateur, organisme, organisation, groupe, entite, association, collectivite, siege`,
    against:
      'id siret type statut telephone email adresse code date nombre contact prenom categorie site reseau',
  },
  date_maj: {
    strong: `
      maj, date maj, mise jour, date mise jour, derniere mise jour, date derniere mise jour,
      derniere maj, modification, date modification, derniere modification, modifie, modifie le, updated,
      updated at, update, last update, last updated, last modified, modified, date modif, modif,
      edit date, date edition, datetime latest, date actualisation, date verification, date validation,
      date derniere modification`,
    weak: `
      date, date creation, creation, created, created at, horodateur, horodatage, timestamp,
      record timestamp, date saisie, datetime create, date labellisation, labellisation, date ajout,
      date enregistrement, date recensement, submission, soumission, date soumission, start,
      date publication`,
    against: 'naissance fin ouverture fermeture debut convention conge qui auteur user editor par',
  },
  autres_formations_labels: {
    strong: `
      autre formation label, autre label, autre formation, autre certification, label local`,
    weak: 'autre dispositif, label regionaux, label territorial',
    against: 'date service public',
  },
  fiche_acces_libre: {
    strong: `
      acces libre, fiche acces libre, acceslibre, url acces libre, lien acces libre, accessibilite lieu`,
    weak: 'accessibilite, fiche accessibilite',
  },
  prise_rdv: {
    strong: `
      prise rdv, url rdv, lien rdv, rdv ligne, lien prise rdv, page rdv, rdv url, booking url,
      reservation ligne, lien reservation`,
    weak: 'rdv, reservation, booking, orientation',
    against: 'telephone modalite acces email',
  },
};

const phrases = (text: string): string[][] => text.split(',').map(nameWords);

export interface FieldPhrases {
  strong: string[][];
  weak: string[][];
  against: ReadonlySet<string>;
}

const toPhrases = ({ strong, weak = '', against = '' }: FieldNames): FieldPhrases => ({
  strong: phrases(strong),
  weak: weak === '' ? [] : phrases(weak),
  against: new Set(nameWords(against)),
});

export const FIELD_PHRASES: ReadonlyMap<StandardField, FieldPhrases> = new Map(
  Object.entries({ ...FIELD_NAMES, ...VALUE_COLUMN_NAMES }).map(([field, names]) => [
    field as StandardField,
    toPhrases(names),
  ]),
);

/** Words for « the place itself »: they neither help nor harm. */
export const NEUTRAL_WORDS: ReadonlySet<string> = new Set(
  nameWords(
    'structure lieu etablissement organisme site espace point principal principale public publique accueil general generale med mednum officiel officielle complet complete gestion mediation numerique inclusion france service association standard geo geocode geocodage wgs 84 93 lambert gps postale renseigner indiquer preciser',
  ),
);

/** Words about a person in charge: what stands under them belongs to somebody, not to the place. */
export const PERSON_WORDS: ReadonlySet<string> = new Set(nameWords(PERSON));

export const VOCABULARY: ReadonlySet<string> = new Set([
  ...[...FIELD_PHRASES.values()].flatMap(({ strong, weak, against }) => [
    ...strong.flat(),
    ...weak.flat(),
    ...against,
  ]),
  ...NEUTRAL_WORDS,
  'latitude',
  'longitude',
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
  'matin',
  'midi',
]);
