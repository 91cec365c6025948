import type { TableRegister } from '../../platform/personal-data.ts';
import { forgetOldReports } from './actions/forget.ts';

const SEEN_BY = { fr: 'Personnes qui gèrent le service', en: 'People who run the service' };

export const personalData: readonly TableRegister[] = [
  {
    table: 'upkeep.report',
    personal: [
      {
        columns: ['email', 'phone', 'words', 'lang'],
        what: {
          fr: 'Signalements d’erreurs : les mots de la personne, où lui répondre, dans quelle langue',
          en: 'Reports of mistakes: the person’s words, where to answer, in which language',
        },
        purpose: { fr: 'Répondre à qui a vu l’erreur', en: 'Answer whoever saw the mistake' },
        basis: 'public-interest',
        kept: {
          fr: 'Adresse et téléphone : 30 jours après la réponse, un an au plus. Mots : un an',
          en: 'Address and telephone: 30 days after the answer, one year at most. Words: one year',
        },
        seenBy: SEEN_BY,
        forget: forgetOldReports,
      },
    ],
    impersonal: ['id', 'place_id', 'kind', 'received_at', 'read_at', 'answer', 'answered_at'],
  },
  {
    table: 'upkeep.link',
    personal: [
      {
        columns: ['sent_to'],
        what: {
          fr: 'Adresse masquée à laquelle un lien de correction a été envoyé (« a…l@m…a.example »)',
          en: 'Masked address to which a correction link was sent (“a…l@m…a.example”)',
        },
        purpose: { fr: 'Dire d’où vient une correction', en: 'Say where a correction comes from' },
        basis: 'public-interest',
        kept: { fr: 'Autant que la correction', en: 'As long as the correction' },
        seenBy: SEEN_BY,
      },
    ],
    impersonal: ['id', 'place_id', 'cause', 'sent_at', 'expires_at', 'lang'],
  },
  {
    table: 'upkeep.opt_out',
    personal: [
      {
        columns: ['email_digest'],
        what: {
          fr: 'Empreinte d’une adresse qui ne veut plus de rappels : elle ne peut pas être relue',
          en: 'Digest of an address that wants no more reminders: it cannot be read back',
        },
        purpose: { fr: 'Ne plus lui écrire', en: 'Write no more to it' },
        basis: 'public-interest',
        kept: { fr: 'Pour toujours', en: 'For ever' },
        seenBy: { fr: 'Personne', en: 'Nobody' },
      },
    ],
    impersonal: ['at'],
  },
];
