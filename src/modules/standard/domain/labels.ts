import type { ENUMERATIONS, EnumeratedField } from './enumerations.ts';
import type { StandardField } from './place-fields.ts';
import { typologyName } from './typologies.ts';

/** What people read, in the two languages of the product. */
export interface Words {
  fr: string;
  en: string;
}

const w = (fr: string, en: string): Words => ({ fr, en });

/** Plain words for each field of the national standard. */
export const FIELD_LABELS: Record<StandardField, Words> = {
  id: w('Identifiant', 'Identifier'),
  pivot: w('SIRET ou numéro d’association', 'SIRET or association number'),
  nom: w('Nom du lieu', 'Name of the place'),
  commune: w('Commune', 'Town'),
  code_postal: w('Code postal', 'Postcode'),
  code_insee: w('Code INSEE de la commune', 'INSEE code of the town'),
  adresse: w('Adresse', 'Address'),
  complement_adresse: w('Complément d’adresse', 'Address details'),
  latitude: w('Latitude', 'Latitude'),
  longitude: w('Longitude', 'Longitude'),
  typologie: w('Type de lieu', 'Kind of place'),
  telephone: w('Téléphone', 'Phone'),
  courriels: w('Adresse e-mail', 'E-mail address'),
  site_web: w('Site internet', 'Website'),
  horaires: w('Horaires', 'Opening hours'),
  presentation_resume: w('Le lieu en quelques mots', 'The place in a few words'),
  presentation_detail: w('Présentation du lieu', 'About the place'),
  source: w('Qui publie ces informations', 'Who publishes this information'),
  itinerance: w('Lieu fixe ou qui se déplace', 'Fixed or moving place'),
  structure_parente: w('Réseau ou structure du lieu', 'Network or parent organisation'),
  date_maj: w('Date de mise à jour', 'Date of update'),
  services: w('Ce que vous pouvez y faire', 'What you can do there'),
  publics_specifiquement_adresses: w('Pour qui', 'Who it is for'),
  prise_en_charge_specifique: w('Accueil adapté', 'Adapted support'),
  frais_a_charge: w('Prix', 'Price'),
  dispositif_programmes_nationaux: w('Réseaux nationaux', 'National programmes'),
  formations_labels: w('Formations et labels', 'Training and labels'),
  autres_formations_labels: w('Autres formations et labels', 'Other training and labels'),
  modalites_acces: w('Comment venir ou demander de l’aide', 'How to come or ask for help'),
  modalites_accompagnement: w('Comment on vous aide', 'How you are helped'),
  fiche_acces_libre: w('Accessibilité du lieu', 'Accessibility of the place'),
  prise_rdv: w('Prendre rendez-vous en ligne', 'Book an appointment online'),
};

type ClosedField = Exclude<EnumeratedField, 'typologie'>;
type ValueLabels = { [Field in ClosedField]: Record<(typeof ENUMERATIONS)[Field][number], Words> };

/** Plain words for each value of the closed lists. */
export const VALUE_LABELS: ValueLabels = {
  itinerance: {
    Itinérant: w('Le service se déplace', 'The service moves around'),
    Fixe: w('Le lieu est fixe', 'The place does not move'),
  },
  services: {
    'Aide aux démarches administratives': w(
      'Faire une démarche en ligne avec quelqu’un',
      'Do paperwork online with someone',
    ),
    'Maîtrise des outils numériques du quotidien': w(
      'Apprendre à utiliser un ordinateur ou un téléphone',
      'Learn to use a computer or a phone',
    ),
    'Insertion professionnelle via le numérique': w(
      'Chercher un emploi avec le numérique',
      'Look for work with digital tools',
    ),
    'Utilisation sécurisée du numérique': w('Éviter les arnaques sur internet', 'Stay safe online'),
    'Parentalité et éducation avec le numérique': w(
      'Suivre l’école et les écrans des enfants',
      'Follow your children’s school and screen time',
    ),
    'Loisirs et créations numériques': w('Créer et s’amuser avec le numérique', 'Create and have fun'),
    'Compréhension du monde numérique': w('Comprendre le monde numérique', 'Understand the digital world'),
    'Accès internet et matériel informatique': w(
      'Utiliser un ordinateur et internet sur place',
      'Use a computer and the internet on site',
    ),
    'Acquisition de matériel informatique à prix solidaire': w(
      'Acheter un ordinateur ou un téléphone moins cher',
      'Buy a cheaper computer or phone',
    ),
  },
  publics_specifiquement_adresses: {
    Jeunes: w('Jeunes', 'Young people'),
    Étudiants: w('Étudiantes et étudiants', 'Students'),
    'Familles et/ou enfants': w('Familles et enfants', 'Families and children'),
    Seniors: w('Personnes âgées', 'Older people'),
    Femmes: w('Femmes', 'Women'),
  },
  prise_en_charge_specifique: {
    Surdité: w('Personnes sourdes ou malentendantes', 'Deaf or hard-of-hearing people'),
    'Handicaps moteurs': w('Personnes qui ont du mal à se déplacer', 'People with limited mobility'),
    'Handicaps mentaux': w('Personnes en situation de handicap mental', 'People with learning disabilities'),
    Illettrisme: w('Personnes qui ont du mal à lire ou à écrire', 'People who struggle to read or write'),
    'Langues étrangères (anglais)': w('Aide en anglais', 'Help in English'),
    'Langues étrangères (autres)': w('Aide dans d’autres langues', 'Help in other languages'),
    'Déficience visuelle': w('Personnes aveugles ou malvoyantes', 'Blind or partially sighted people'),
  },
  frais_a_charge: {
    Gratuit: w('C’est gratuit', 'Free'),
    'Gratuit sous condition': w('C’est gratuit dans certains cas', 'Free in some cases'),
    Payant: w('C’est payant', 'You have to pay'),
  },
  dispositif_programmes_nationaux: {
    'Aidants Connect': w(
      'Aidants Connect : un aidant peut faire la démarche pour vous',
      'Aidants Connect: a helper may do the paperwork for you',
    ),
    'Bibliothèques numérique de référence': w(
      'Bibliothèque numérique de référence',
      'Reference digital library',
    ),
    'Certification PIX': w('Certification Pix', 'Pix certification'),
    'Conseillers numériques': w('Conseiller numérique', 'Digital adviser'),
    'Emmaüs Connect': w('Emmaüs Connect', 'Emmaüs Connect'),
    'France Services': w('France services', 'France services'),
    'Grande école du numérique': w('Grande école du numérique', 'Grande école du numérique'),
    'La Croix Rouge': w('La Croix-Rouge', 'The Red Cross'),
    "Point d'accès numérique CAF": w('Point numérique de la CAF', 'CAF digital access point'),
    'Promeneurs du net': w('Promeneurs du Net', 'Promeneurs du Net (youth workers online)'),
    'Relais numérique (Emmaüs Connect)': w('Relais numérique d’Emmaüs Connect', 'Emmaüs Connect relay'),
  },
  formations_labels: {
    'Formé à « Mon Espace Santé »': w(
      'L’équipe connaît « Mon espace santé »',
      'The team knows “Mon espace santé”',
    ),
    'Formé à « DUPLEX » (illettrisme)': w(
      'L’équipe sait accueillir les personnes qui lisent mal',
      'The team can help people who read with difficulty',
    ),
    'Arnia/MedNum BFC (Bourgogne-Franche-Comté)': w(
      'Réseau MedNum Bourgogne-Franche-Comté',
      'MedNum network, Bourgogne-Franche-Comté',
    ),
    'Collectif ressources et acteurs réemploi (Normandie)': w(
      'Collectif du réemploi en Normandie',
      'Re-use collective, Normandy',
    ),
    'Étapes numériques(La Poste)': w('Étape numérique de La Poste', 'La Poste digital stop'),
    'Fabriques de Territoire': w('Fabrique de territoire', 'Fabrique de territoire'),
    'Les Éclaireurs du numérique (Drôme)': w(
      'Les Éclaireurs du numérique (Drôme)',
      'Les Éclaireurs du numérique (Drôme)',
    ),
    'Mes Papiers (Métropole de Lyon)': w(
      'Mes Papiers (Métropole de Lyon)',
      'Mes Papiers (Lyon metropolitan area)',
    ),
    'ORDI 3.0': w('Ordi 3.0 : ordinateurs remis en état', 'Ordi 3.0: refurbished computers'),
    'SUD LABS (PACA)': w('Sud Labs (Provence-Alpes-Côte d’Azur)', 'Sud Labs (Provence-Alpes-Côte d’Azur)'),
  },
  modalites_acces: {
    'Se présenter': w('Vous pouvez venir directement', 'You can just walk in'),
    Téléphoner: w('Vous pouvez téléphoner', 'You can phone'),
    'Contacter par mail': w('Vous pouvez écrire un e-mail', 'You can send an e-mail'),
    'Prendre un RDV en ligne': w('Vous pouvez prendre rendez-vous en ligne', 'You can book online'),
    "Ce lieu n'accueille pas de public": w(
      'Ce lieu ne reçoit pas de visiteurs',
      'This place does not receive visitors',
    ),
    'Envoyer un mail avec une fiche de prescription': w(
      'Un professionnel vous oriente par e-mail',
      'A professional refers you by e-mail',
    ),
  },
  modalites_accompagnement: {
    'En autonomie': w('Vous faites seul, sur place', 'You work on your own, on site'),
    'Accompagnement individuel': w('Une personne vous aide, seule avec vous', 'One-to-one help'),
    'Dans un atelier collectif': w('En petit groupe', 'In a small group'),
    'À distance': w('Par téléphone ou en visio', 'By phone or video call'),
  },
};

/** Words for one value of a closed field; kinds of structures keep their French names in both languages. */
export function labelForValue(field: EnumeratedField, value: string): Words {
  if (field === 'typologie') return w(typologyName(value), typologyName(value));
  const labels: Record<string, Words> = VALUE_LABELS[field];
  return labels[value] ?? w(value, value);
}
