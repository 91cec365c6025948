import type { LocalDate } from '../../src/kernel/dates.ts';
import type { PublishedPlace } from '../../src/modules/directory/index.ts';
import { aCatalogue, aPlace } from './catalogue.ts';

/** Fictitious places around Vaulx-en-Velin, one per state that a page can show; numbers are of the range kept for fiction. */
const DEMO_PLACES: readonly PublishedPlace[] = [
  aPlace('trois-saules', {
    name: 'Espace numérique des Trois-Saules',
    address: '12 rue des Essais',
    addressDetail: 'Entrez par la cour, sous l’arche bleue. Sonnez « Numérique ».',
    commune: 'Vaulx-en-Velin',
    postalCode: '69120',
    codeInsee: '69256',
    latitude: 45.779,
    longitude: 4.9215,
    phones: ['+33465710012', '+33465710013'],
    emails: ['contact@trois-saules.example'],
    websites: ['https://trois-saules.example/'],
    openingHours:
      'Mo 09:00-12:00; Tu 09:00-12:00,14:00-18:00; We 14:00-18:00; Fr 09:00-12:00,14:00-17:00; Sa 10:00-12:00',
    summary: 'Un lieu fictif où l’on vous aide avec l’ordinateur et le téléphone.',
    services: [
      'Aide aux démarches administratives',
      'Maîtrise des outils numériques du quotidien',
      'Accès internet et matériel informatique',
    ],
    fees: ['Gratuit'],
    accessModes: ['Se présenter', 'Téléphoner'],
    supportModes: ['Accompagnement individuel', 'Dans un atelier collectif'],
    audiences: ['Jeunes', 'Seniors'],
    specialCare: ['Illettrisme'],
    nationalProgrammes: ['Conseillers numériques', 'Aidants Connect'],
    accessibilityUrl: 'https://acceslibre.example/trois-saules',
    acceptsPassNumerique: true,
    updatedOn: '2026-11-03' as LocalDate,
  }),
  aPlace('jeanne-plumier', {
    name: 'Médiathèque Jeanne-Plumier',
    address: '3 place du Modèle',
    commune: 'Vaulx-en-Velin',
    postalCode: '69120',
    codeInsee: '69256',
    latitude: 45.772,
    longitude: 4.928,
    phones: ['+33465710014'],
    openingHours: 'Tu-Fr 10:00-19:00; Sa 10:00-17:00',
    services: ['Accès internet et matériel informatique', 'Loisirs et créations numériques'],
    fees: ['Gratuit'],
    accessModes: ['Se présenter'],
  }),
  aPlace('puce-a-l-oreille', {
    name: 'Association Puce à l’Oreille',
    address: '8 allée de l’Exemple',
    commune: 'Villeurbanne',
    postalCode: '69100',
    codeInsee: '69266',
    latitude: 45.771,
    longitude: 4.89,
    phones: ['+33465710015'],
    openingHours: 'We 09:00-12:00; Th 09:00-12:00',
    services: ['Aide aux démarches administratives', 'Maîtrise des outils numériques du quotidien'],
    fees: ['Gratuit', 'Gratuit sous condition'],
    accessModes: ['Prendre un RDV en ligne'],
    bookingUrl: 'https://rendez-vous.example/puce',
  }),
  aPlace('le-crochet', {
    name: 'Bus numérique Le Crochet',
    address: 'Place du Marché',
    commune: 'Décines-Charpieu',
    postalCode: '69150',
    codeInsee: '69275',
    latitude: 45.769,
    longitude: 4.958,
    phones: ['+33465710016'],
    mobility: ['Itinérant'],
    services: ['Aide aux démarches administratives'],
    fees: ['Gratuit'],
  }),
  aPlace(
    'tilleuls',
    {
      name: 'Maison des Tilleuls',
      address: '21 rue du Prototype',
      latitude: 45.738,
      longitude: 4.911,
      phones: ['+33465710017'],
      services: ['Insertion professionnelle via le numérique'],
      fees: ['Payant'],
    },
    { missingSince: new Date('2026-11-10T08:00:00Z') },
  ),
  aPlace('sans-rien', { name: 'Relais sans détail' }),
  aPlace('tres-long', {
    name: `Maison fictive ${'des usages et des cultures numériques '.repeat(5)}`,
    address: `${'Résidence des longues explications, '.repeat(4)}128 avenue sans fin`,
    addressDetail: 'Prenez la troisième porte après la cour, puis l’escalier qui monte. '.repeat(8),
    phones: ['+33465710019'],
    openingHours: 'Mo-Su 08:30-12:30,13:30-17:30,18:15-21:45',
    description: 'Un texte de présentation fictif qui ne finit pas. '.repeat(40),
    fees: ['Gratuit', 'Payant'],
    accessModes: ['Se présenter'],
  }),
  aPlace('porte-close', {
    name: 'Plateforme d’appel fictive',
    latitude: 45.75,
    longitude: 4.85,
    commune: 'Lyon',
    postalCode: '69003',
    codeInsee: '69383',
    accessModes: ["Ce lieu n'accueille pas de public"],
    phones: ['+33465710018'],
  }),
];

/** Enough places in Lyon for two pages of results. */
const MANY: readonly PublishedPlace[] = Array.from({ length: 30 }, (_, rank) =>
  aPlace(`lyon-${String(rank).padStart(2, '0')}`, {
    name: `Point numérique fictif ${rank + 1}`,
    address: `${rank + 1} quai des Exemples`,
    commune: 'Lyon',
    postalCode: '69007',
    codeInsee: '69387',
    latitude: 45.73 - rank / 1000,
    longitude: 4.84,
    openingHours: 'Mo-Fr 09:00-12:30,13:30-17:00',
    services: ['Utilisation sécurisée du numérique'],
  }),
);

export const demoCatalogue = () =>
  aCatalogue([...DEMO_PLACES, ...MANY], {
    merged: new Map([['ancien-saules', 'trois-saules']]),
    removed: new Map([
      [
        'ferme',
        {
          fields: { name: 'Cyberbase disparue', codeInsee: '69256', latitude: 45.777, longitude: 4.92 },
          removedAt: new Date('2026-10-01T10:00:00Z'),
        },
      ],
    ]),
  });
