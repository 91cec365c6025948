import { type PersonalData, saysNothing, type TableRegister } from '../../platform/personal-data.ts';

const SEEN_BY = { fr: 'Personnes qui gèrent le service', en: 'People who run the service' };

const contacts = (columns: readonly string[], seenBy: PersonalData['seenBy']): PersonalData => ({
  columns,
  what: {
    fr: 'Contacts d’organisations, parfois le nom ou l’adresse d’une personne',
    en: 'Contacts of organisations, sometimes the name or address of a person',
  },
  purpose: { fr: 'Permettre de joindre le lieu', en: 'Let people reach the place' },
  basis: 'public-interest',
  kept: {
    fr: 'Tant qu’une source donne le lieu ; retirés dès qu’une personne le demande',
    en: 'As long as a source gives the place; removed as soon as a person asks',
  },
  seenBy,
});

const AUTHOR: PersonalData = {
  columns: ['author'],
  what: { fr: 'Nom ou initiales de qui a agi', en: 'Name or initials of whoever acted' },
  purpose: { fr: 'Dire qui a changé la fiche', en: 'Say who changed the record' },
  basis: 'public-interest',
  kept: { fr: 'Autant que l’historique de la fiche', en: 'As long as the history of the record' },
  seenBy: SEEN_BY,
};

export const personalData: readonly TableRegister[] = [
  {
    table: 'directory.place',
    personal: [contacts(['fields', 'provenance'], { fr: 'Tout le monde', en: 'Everyone' })],
    impersonal: ['id', 'status', 'merged_into', 'created_at', 'updated_at'],
  },
  {
    table: 'directory.change',
    personal: [contacts(['detail'], SEEN_BY), AUTHOR],
    impersonal: ['seq', 'place_id', 'kind', 'at'],
  },
  {
    table: 'directory.correction',
    personal: [contacts(['value', 'basis'], SEEN_BY), AUTHOR],
    impersonal: ['id', 'gesture', 'place_id', 'unit', 'said_by', 'link', 'reasons', 'at'],
  },
  {
    table: 'directory.correction_ruling',
    personal: [AUTHOR],
    impersonal: ['id', 'correction_id', 'verdict', 'reason', 'at'],
  },
  saysNothing('directory.place_record', 'source record_key place_id home_id'),
  saysNothing('directory.state', 'id published_imports refreshed_at last_decision model_choice'),
];
