// Each producer's own way of writing the same facts: columns, words, formats and habits.
import { DAYS, hoursInWords, weekdayCells } from './hours.mjs';
import { KINDS } from './kinds.mjs';
import { toLambert93 } from './territory.mjs';

const FICTITIOUS = 'Données fictives de démonstration : aucun de ces lieux n’existe';

const frenchDate = (date) => date.split('-').reverse().join('/');
const decimalComma = (value) => (value === null ? '' : value.toFixed(6).replace('.', ','));
const streetLine = ({ number, street }) => [number, street].filter(Boolean).join(' ');
const communeName = ({ communeName, commune }) => communeName ?? commune.name;
const postalCode = ({ postalCode, commune }) => postalCode ?? commune.postalCode;
const labelOf = (place, producer) => place.label ?? KINDS[place.kind].labels[producer];

// The métropole: one row per place, one column per weekday, « O » or « N », X and Y exchanged.

const YES_NO = [
  ['Aide aux démarches en ligne (O/N)', (place) => place.services.includes('procedures')],
  ['Ordinateurs en libre accès (O/N)', (place) => place.services.includes('access')],
  ['Initiation informatique (O/N)', (place) => place.services.includes('basics')],
  ["Aide à la recherche d'emploi (O/N)", (place) => place.services.includes('work')],
  ['Sécurité et données personnelles (O/N)', (place) => place.services.includes('security')],
  ['Parentalité et numérique (O/N)', (place) => place.services.includes('parenting')],
  ['Création numérique (O/N)', (place) => place.services.includes('creation')],
  ['Vente de matériel reconditionné (O/N)', (place) => place.services.includes('equipment')],
  ['Accompagnement individuel (O/N)', (place) => place.services.includes('procedures')],
  ['Ateliers collectifs (O/N)', (place) => place.services.includes('basics')],
  ['Seniors (O/N)', (place) => place.audiences.includes('seniors')],
  ['Jeunes (O/N)', (place) => place.audiences.includes('young')],
  ['Gratuit (O/N)', (place) => place.fee === 'free'],
  ['Sur rendez-vous (O/N)', (place) => place.byAppointment],
  ['Conseiller numérique (O/N)', (place) => place.hasAdviser],
  ['Pass numérique accepté (O/N)', (place) => place.acceptsPass],
];

export const METROPOLE_COLUMNS = [
  'N°',
  'Nom du lieu',
  'Type de structure',
  'Adresse',
  'CP',
  'Commune',
  'Tél.',
  'Courriel',
  'Site internet',
  ...Object.values(DAYS),
  ...YES_NO.map(([title]) => title),
  'SIRET',
  'X',
  'Y',
  'Mise à jour',
  'Source',
];

const dotted = (phone) => phone.replaceAll(' ', '.');
const glued = (phone) => phone.replaceAll(' ', '');

export function toMetropoleRow(place) {
  const write = [(phone) => phone, dotted, glued][place.rank % 3];
  return [
    place.id,
    place.rank % 9 === 0 ? place.name.toUpperCase() : place.name,
    labelOf(place, 0),
    place.rank % 4 === 0 ? streetLine(place).replace(/^(\d+) /, '$1, ') : streetLine(place),
    postalCode(place),
    place.rank % 5 === 0 ? communeName(place).toUpperCase() : communeName(place),
    place.phones.map(write).join(' ou '),
    place.rank % 8 === 0 ? ` ${place.email.toUpperCase()}` : place.email,
    place.rank % 3 === 0 ? place.website.replace(/^https:\/\/|\/$/g, '') : place.website,
    ...weekdayCells(place.week, place.rank),
    ...YES_NO.map(([, isTrue]) => (isTrue(place) ? 'O' : place.rank % 2 ? 'N' : '')),
    place.rank % 2 ? place.siret.replace(/^(\d{3})(\d{3})(\d{3})/, '$1 $2 $3 ') : place.siret,
    // X holds the latitude: the trap that real exports set most often.
    decimalComma(place.latitude),
    decimalComma(place.longitude),
    frenchDate(place.updatedOn),
    FICTITIOUS,
  ];
}

// The hub: nested properties, HTML in texts, the vocabulary of its network.

const HUB_SERVICES = {
  procedures: 'Accompagner les démarches administratives en ligne',
  access: 'Accéder à internet et à du matériel informatique',
  basics: 'Prendre en main un ordinateur, une tablette ou un smartphone',
  work: "Rechercher un emploi avec l'aide du numérique",
  security: 'Protéger ses données et naviguer en sécurité',
  parenting: 'Accompagner les parents et les enfants face aux écrans',
  creation: 'Créer avec le numérique',
  culture: 'Développer sa culture numérique',
  equipment: 'Acheter un ordinateur reconditionné à prix solidaire',
};
const HUB_FEES = { free: 'Gratuit', conditional: 'Gratuit sous conditions', paid: 'Payant' };
const HUB_AUDIENCES = {
  young: 'Jeunes (16-26 ans)',
  seniors: 'Seniors',
  families: 'Familles',
  women: 'Femmes',
};

const ENTITIES = {
  é: '&eacute;',
  è: '&egrave;',
  ê: '&ecirc;',
  à: '&agrave;',
  ç: '&ccedil;',
  É: '&Eacute;',
  '’': '&rsquo;',
};
const withEntities = (text) => text.replace(/[éèêàçÉ’]/g, (letter) => ENTITIES[letter]);

const HUB_PHONES = [
  (phone) => phone.replace(/^0/, '+33 '),
  (phone) => phone,
  (phone) => dotted(phone),
  (phone) => phone.replace(/^0/, '(0)'),
  (phone) => phone.replaceAll(' ', '-'),
];

export function toHubFeature(place) {
  const write = HUB_PHONES[place.rank % HUB_PHONES.length];
  const name = place.rank % 4 === 0 ? withEntities(place.name) : place.name;
  return {
    type: 'Feature',
    geometry:
      place.latitude === null
        ? null
        : { type: 'Point', coordinates: [round(place.longitude), round(place.latitude)] },
    properties: {
      identifiant: place.id,
      structure: { nom: name, type: labelOf(place, 1), siret: place.siret },
      adresse: {
        complete: `${streetLine(place)}, ${postalCode(place)} ${communeName(place)}`,
        code_insee: place.commune.codeInsee,
      },
      contact: { telephone: place.phones.map(write).join(' / '), mail: place.email, site: place.website },
      accueil: {
        horaires: place.rank % 11 === 0 ? 'Sur rendez-vous' : hoursInWords(place.week, place.rank),
        modalites: place.byAppointment
          ? ['Prendre rendez-vous', 'Téléphoner']
          : ['Se présenter', 'Téléphoner'],
        tarif: HUB_FEES[place.fee],
      },
      mediation: {
        services: place.services.map((service) => HUB_SERVICES[service]),
        publics: place.audiences.map((audience) => HUB_AUDIENCES[audience]),
        labels: place.hasAdviser ? ['Conseiller numérique'] : [],
        pass_numerique: place.acceptsPass,
      },
      presentation: `<p>${withEntities(`Un lieu fictif pour être aidé à`)}&nbsp;${withEntities(communeName(place))}.</p>`,
      origine: place.copiedFrom
        ? { producteur: 'annuaire de la métropole', identifiant: place.copiedId }
        : null,
      date_modification: `${place.updatedOn}T09:30:00+02:00`,
      source: FICTITIOUS,
    },
  };
}

const round = (degrees) => Number(degrees.toFixed(6));

// The département: a spreadsheet for eyes, with titles above its header, number and street apart, Lambert 93.

const DEPARTEMENT_SERVICES = {
  procedures: 'démarches administratives en ligne',
  access: 'accès Internet et ordinateurs',
  basics: 'ateliers débutants (ordinateur, tablette, smartphone)',
  work: "recherche d'emploi",
  security: 'sécurité numérique',
  parenting: 'parentalité numérique',
  creation: 'fabrication et création numérique',
  culture: 'culture numérique',
  equipment: 'matériel reconditionné à petit prix',
};
const DEPARTEMENT_FEES = { free: 'Gratuit', conditional: 'Gratuit selon les revenus', paid: 'Sur adhésion' };
const DEPARTEMENT_AUDIENCES = {
  young: 'jeunes',
  seniors: 'personnes âgées',
  families: 'familles',
  women: 'femmes',
};

export const DEPARTEMENT_TITLES = [
  'Annuaire des lieux d’aide au numérique des Monts du Lyonnais',
  'Édition de novembre 2026 – DONNÉES FICTIVES DE DÉMONSTRATION',
];

export const DEPARTEMENT_COLUMNS = [
  'Réf.',
  'Dénomination',
  'Catégorie',
  'N° voie',
  'Libellé voie',
  'Code postal',
  'Commune',
  'Code INSEE',
  'Téléphone',
  'Mobile',
  'Adresse e-mail',
  'Site web',
  "Horaires d'ouverture",
  'Prestations proposées',
  'Public visé',
  'Conditions tarifaires',
  'Itinérant',
  'Label',
  'N° SIRET',
  'X (Lambert 93)',
  'Y (Lambert 93)',
  'Dernière mise à jour',
  'Source',
];

export function toDepartementRow(place) {
  const { x, y } = toLambert93(place);
  const [landline = '', mobile = ''] = place.phones;
  return [
    place.id,
    place.name,
    labelOf(place, 2),
    place.number === '' ? null : Number(place.number),
    place.street,
    Number(postalCode(place)),
    place.rank % 3 === 0 ? communeName(place).toUpperCase() : communeName(place),
    Number(place.commune.codeInsee),
    // A spreadsheet that takes a telephone for a number drops its first zero.
    place.rank % 4 === 0 ? Number(glued(landline)) : landline,
    mobile || null,
    place.email,
    place.website,
    hoursInWords(place.week, place.rank + 1),
    place.services.map((service) => DEPARTEMENT_SERVICES[service]).join(', '),
    place.audiences.map((audience) => DEPARTEMENT_AUDIENCES[audience]).join(', ') || 'tout public',
    DEPARTEMENT_FEES[place.fee],
    place.isMobile ? 'oui' : 'non',
    place.hasAdviser ? 'Conseiller numérique France Services' : null,
    place.siret,
    x,
    y,
    new Date(`${place.updatedOn}T00:00:00Z`),
    FICTITIOUS,
  ];
}
