import type { TableRegister } from '../../platform/personal-data.ts';
import { emptyOldMessages } from './actions/deliver-messages.ts';

export const personalData: readonly TableRegister[] = [
  {
    table: 'outbox.message',
    personal: [
      {
        columns: ['recipient', 'subject', 'body', 'unsubscribe_url'],
        what: {
          fr: 'Messages écrits à une personne, et son adresse',
          en: 'Messages written to a person, and their address',
        },
        purpose: {
          fr: 'Dire la réponse, le lien ou le lieu qui a été demandé',
          en: 'Tell the answer, the link or the place that was asked for',
        },
        basis: 'public-interest',
        kept: {
          fr: '30 jours après leur départ ; un lien personnel ou un numéro de téléphone, jusqu’au départ',
          en: '30 days after they left; a personal link or a telephone number, until they leave',
        },
        seenBy: { fr: 'Personnes qui gèrent le service', en: 'People who run the service' },
        forget: emptyOldMessages,
      },
    ],
    impersonal: [
      'id',
      'channel',
      'purpose',
      'is_secret',
      'status',
      'attempts',
      'next_attempt_at',
      'created_at',
      'settled_at',
      'last_error',
    ],
  },
];
