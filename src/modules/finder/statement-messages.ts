import { defineMessages } from '../../platform/i18n/messages.ts';

interface Part {
  title: string;
  paragraphs: string[];
}

export const ACCESSIBILITY = defineMessages({
  fr: {
    title: 'Accessibilité : non conforme',
    lead: 'Aucun audit n’a encore mesuré ce site. La loi demande alors de l’écrire : « non conforme ».',
    parts: [
      {
        title: 'Ce que cela veut dire',
        paragraphs: [
          'Ce service applique l’article 47 de la loi n° 2005-102 du 11 février 2005.',
          'Le référentiel est le RGAA 4.1. Aucune de ses règles n’a été auditée : le taux de conformité est non mesuré.',
        ],
      },
      {
        title: 'Ce que nous vérifions déjà',
        paragraphs: [
          'Des tests automatiques contrôlent chaque page : contrastes, titres, formulaires, clavier, petit écran.',
          'Les pages marchent sans JavaScript et se lisent sur un écran de 320 pixels.',
          'Ces tests ne remplacent pas un audit. Personne en situation de handicap n’a encore essayé le service.',
        ],
      },
    ] as Part[],
    tell: 'Vous n’arrivez pas à lire une page',
    tellPhone: 'Appelez-nous. Nous vous donnons l’information autrement, et nous corrigeons la page.',
    tellNoPhone:
      'Dites-le à la collectivité qui gère ce service. Elle vous donne l’information autrement, et corrige la page.',
    appeal: 'Si personne ne vous répond',
    appealHelp:
      'Vous pouvez écrire au Défenseur des droits. C’est gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
    appealLink: 'Écrire au Défenseur des droits en ligne',
    state: 'Cette page décrit le service, version 0.1.',
  },
  en: {
    title: 'Accessibility: not compliant',
    lead: 'No audit has measured this site yet. French law then requires us to say: “not compliant”.',
    parts: [
      {
        title: 'What this means',
        paragraphs: [
          'This service applies article 47 of the French law no. 2005-102 of 11 February 2005.',
          'The reference is RGAA 4.1. None of its rules has been audited: the rate is not measured.',
        ],
      },
      {
        title: 'What we already check',
        paragraphs: [
          'Automatic tests check every page: contrast, headings, forms, keyboard, small screens.',
          'Pages work without JavaScript and can be read on a 320-pixel screen.',
          'These tests do not replace an audit. No person with a disability has tried the service yet.',
        ],
      },
    ],
    tell: 'You cannot read a page',
    tellPhone: 'Call us. We give you the information in another way, and we correct the page.',
    tellNoPhone:
      'Tell the authority that runs this service. It gives you the information in another way, and corrects the page.',
    appeal: 'If nobody answers you',
    appealHelp:
      'You may write to the Defender of Rights. It is free, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
    appealLink: 'Write to the Defender of Rights online',
    state: 'This page describes the service, version 0.1.',
  },
});

export const YOUR_DATA = defineMessages({
  fr: {
    title: 'Nous ne gardons rien sur vous',
    lead: 'Vous cherchez un lieu sans compte et sans dire qui vous êtes.',
    parts: [
      {
        title: 'Votre recherche',
        paragraphs: [
          'La ville que vous écrivez sert à faire la liste. Puis elle est oubliée : elle n’est écrite nulle part.',
          'Nous ne mesurons pas vos visites. Aucune publicité, aucun traceur, aucun service extérieur.',
        ],
      },
      {
        title: 'Dans votre navigateur',
        paragraphs: [
          'Si vous changez de langue, un cookie retient « fr » ou « en » pendant un an. C’est le seul.',
        ],
      },
      {
        title: 'Les lieux',
        paragraphs: [
          'Nous publions ce que les lieux et les collectivités publient déjà : nom, adresse, téléphone, horaires.',
          'Chaque page dit d’où vient chaque information.',
        ],
      },
    ] as Part[],
    question: 'Une question sur vos données',
    questionHelp: 'Appelez-nous.',
    questionNoPhone: 'Adressez-vous à la collectivité qui gère ce service.',
  },
  en: {
    title: 'We keep nothing about you',
    lead: 'You look for a place without an account and without saying who you are.',
    parts: [
      {
        title: 'Your search',
        paragraphs: [
          'The town you write is used to make the list. Then it is forgotten: it is written nowhere.',
          'We do not measure your visits. No advertising, no tracker, no outside service.',
        ],
      },
      {
        title: 'In your browser',
        paragraphs: [
          'If you change the language, a cookie remembers “fr” or “en” for one year. It is the only one.',
        ],
      },
      {
        title: 'The places',
        paragraphs: [
          'We publish what places and local authorities already publish: name, address, phone, hours.',
          'Each page says where each piece of information comes from.',
        ],
      },
    ],
    question: 'A question about your data',
    questionHelp: 'Call us.',
    questionNoPhone: 'Ask the authority that runs this service.',
  },
});
