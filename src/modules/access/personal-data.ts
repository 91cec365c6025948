import { type PersonalData, saysNothing, type TableRegister } from '../../platform/personal-data.ts';
import {
  forgetAbsentPeople,
  forgetEndedSessions,
  forgetInvitations,
  forgetOldAudit,
  forgetOldChallenges,
} from './store/forgetting.ts';

const THEMSELVES = { fr: 'La personne elle-même', en: 'The person themselves' };
const NOBODY = { fr: 'Personne', en: 'Nobody' };
const COLLEAGUES = {
  fr: 'La personne, les responsables de son organisation, les personnes qui gèrent le service',
  en: 'The person, the owners of their organisation, the people who run the service',
};
const TO_ENTER = {
  fr: 'Laisser entrer les personnes invitées, elles seules',
  en: 'Let invited people in, and only them',
};
const AS_THE_PERSON = { fr: 'Autant que le compte', en: 'As long as the account' };

const kept = (data: Omit<PersonalData, 'basis'>): PersonalData => ({ basis: 'public-interest', ...data });

export const personalData: readonly TableRegister[] = [
  {
    table: 'access.person',
    personal: [
      kept({
        columns: ['id', 'name', 'email', 'email_verified', 'lang', 'administrator_since', 'seen_at'],
        what: {
          fr: 'Personnes qui entrent : nom, adresse, langue, dernière connexion',
          en: 'People who enter: name, address, language, last sign-in',
        },
        purpose: TO_ENTER,
        kept: {
          fr: '2 ans après la dernière connexion ; sans adresse, le temps de la session',
          en: '2 years after the last sign-in; without an address, the time of the session',
        },
        seenBy: COLLEAGUES,
        forget: forgetAbsentPeople,
      }),
    ],
    impersonal: ['created_at', 'updated_at'],
  },
  {
    table: 'access.session',
    personal: [
      kept({
        columns: ['id', 'token', 'person_id', 'device', 'created_at', 'expires_at', 'second_factor_at'],
        what: {
          fr: 'Connexions ouvertes : depuis quand, navigateur et système. Aucune adresse IP',
          en: 'Open sessions: since when, browser and system. No IP address',
        },
        purpose: {
          fr: 'Reconnaître la personne d’une page à l’autre, et lui montrer ses appareils',
          en: 'Know the person from one page to the next, and show them their devices',
        },
        kept: { fr: 'Jusqu’à leur fin : 7 jours au plus', en: 'Until they end: 7 days at most' },
        seenBy: THEMSELVES,
        forget: forgetEndedSessions,
      }),
    ],
    impersonal: ['updated_at'],
  },
  {
    table: 'access.linked_account',
    personal: [
      kept({
        columns: ['account_id', 'provider_id', 'person_id'],
        what: {
          fr: 'Numéro de la personne chez un fournisseur d’identité',
          en: 'Number of the person at an identity provider',
        },
        purpose: TO_ENTER,
        kept: AS_THE_PERSON,
        seenBy: NOBODY,
      }),
    ],
    impersonal: ['id', 'created_at', 'updated_at'],
  },
  {
    table: 'access.verification',
    personal: [
      kept({
        columns: ['identifier', 'value'],
        what: {
          fr: 'Empreintes des liens envoyés, avec l’adresse à laquelle ils ouvrent',
          en: 'Digests of links that were sent, with the address they open for',
        },
        purpose: TO_ENTER,
        kept: { fr: '15 minutes, effacé dans la journée', en: '15 minutes, erased within the day' },
        seenBy: NOBODY,
        forget: forgetOldChallenges,
      }),
    ],
    impersonal: ['id', 'expires_at', 'created_at', 'updated_at'],
  },
  {
    table: 'access.passkey',
    personal: [
      kept({
        columns: ['name', 'public_key', 'person_id', 'credential_id', 'device_type', 'aaguid'],
        what: {
          fr: 'Clés publiques des appareils qui ouvrent le compte, et leur nom',
          en: 'Public keys of devices that open the account, and their name',
        },
        purpose: TO_ENTER,
        kept: AS_THE_PERSON,
        seenBy: THEMSELVES,
      }),
    ],
    impersonal: ['id', 'counter', 'backed_up', 'transports', 'created_at'],
  },
  {
    table: 'access.second_factor',
    personal: [
      kept({
        columns: ['person_id', 'secret', 'backup_digests', 'confirmed_at'],
        what: {
          fr: 'Secret chiffré qui donne des codes sur le téléphone',
          en: 'Encrypted secret that gives codes on the telephone',
        },
        purpose: { fr: 'Protéger l’argent', en: 'Protect money' },
        kept: AS_THE_PERSON,
        seenBy: NOBODY,
      }),
    ],
    impersonal: ['last_step', 'failures', 'locked_until', 'created_at'],
  },
  {
    table: 'access.membership',
    personal: [
      kept({
        columns: ['person_id', 'organisation_id', 'roles', 'territories', 'since'],
        what: {
          fr: 'Ce que chaque personne peut faire, dans quelle organisation',
          en: 'What each person may do, in which organisation',
        },
        purpose: TO_ENTER,
        kept: { fr: 'Jusqu’au retrait de la personne', en: 'Until the person is removed' },
        seenBy: COLLEAGUES,
      }),
    ],
    impersonal: [],
  },
  {
    table: 'access.invitation',
    personal: [
      kept({
        columns: ['email', 'invited_by'],
        what: { fr: 'Adresse de la personne invitée', en: 'Address of the invited person' },
        purpose: { fr: 'L’inviter', en: 'Invite them' },
        kept: {
          fr: '30 jours après la réponse, le retrait ou la fin de l’invitation',
          en: '30 days after the invitation was answered, withdrawn or over',
        },
        seenBy: COLLEAGUES,
        forget: forgetInvitations,
      }),
    ],
    impersonal: [
      'id',
      'organisation_id',
      'roles',
      'territories',
      'created_at',
      'expires_at',
      'accepted_at',
      'withdrawn_at',
    ],
  },
  {
    table: 'access.audit_entry',
    personal: [
      kept({
        columns: ['person_id', 'organisation_id', 'action', 'subject_kind', 'subject_id', 'at'],
        what: {
          fr: 'Qui a fait ou lu quoi, quand : des numéros, jamais de noms',
          en: 'Who did or read what, when: numbers, never names',
        },
        purpose: {
          fr: 'Répondre de ce qui est fait avec l’argent et les données',
          en: 'Answer for what is done with money and data',
        },
        kept: { fr: 'Un an', en: 'One year' },
        seenBy: { fr: 'Personnes qui gèrent le service', en: 'People who run the service' },
        forget: forgetOldAudit,
      }),
    ],
    impersonal: ['id'],
  },
  saysNothing('access.organisation', 'id kind name siret territories created_at closed_at'),
  saysNothing('access.used_link', 'id used_at'),
];
