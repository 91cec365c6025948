import { type PersonalData, saysNothing, type TableRegister } from '../../platform/personal-data.ts';

const contacts = (columns: readonly string[]): PersonalData => ({
  columns,
  what: {
    fr: 'Contacts d’organisations, parfois le nom ou l’adresse d’une personne, tels que leur producteur les publie',
    en: 'Contacts of organisations, sometimes the name or address of a person, as their producer publishes them',
  },
  purpose: { fr: 'Permettre de joindre le lieu', en: 'Let people reach the place' },
  basis: 'public-interest',
  kept: {
    fr: 'Tant que la source donne le lieu ; les états passés prouvent d’où vient chaque information',
    en: 'As long as the source gives the place; past states prove where each piece of information comes from',
  },
  seenBy: { fr: 'Personnes qui gèrent le service', en: 'People who run the service' },
});

export const personalData: readonly TableRegister[] = [
  {
    table: 'sources.raw_record',
    personal: [contacts(['raw'])],
    impersonal: ['source', 'record_key', 'hash', 'import_id', 'position', 'seen_at'],
  },
  {
    table: 'sources.record',
    personal: [contacts(['fields'])],
    impersonal: [
      'source',
      'record_key',
      'hash',
      'position',
      'rejection',
      'first_seen_at',
      'last_seen_at',
      'last_import_id',
      'missing_since',
    ],
  },
  {
    table: 'sources.published_record',
    personal: [contacts(['fields'])],
    impersonal: ['source', 'record_key', 'missing_since', 'first_seen_at'],
  },
  {
    table: 'sources.value_issue',
    personal: [contacts(['value', 'repair'])],
    impersonal: ['import_id', 'rank', 'position', 'column_name', 'field', 'decision', 'reason'],
  },
  {
    table: 'sources.import_run',
    personal: [contacts(['review', 'content'])],
    impersonal: [
      'id',
      'source',
      'file_name',
      'file_hash',
      'format',
      'status',
      'mapping_version',
      'records',
      'accepted',
      'rejected',
      'repaired',
      'refused',
      'missing',
      'repaired_records',
      'refused_records',
      'added',
      'updated',
      'started_at',
      'finished_at',
    ],
  },
  {
    table: 'sources.mapping',
    personal: [
      {
        columns: ['author'],
        what: { fr: 'Nom de qui a accepté une correspondance', en: 'Name of whoever accepted a mapping' },
        purpose: { fr: 'Dire qui a décidé', en: 'Say who decided' },
        basis: 'public-interest',
        kept: { fr: 'Autant que la décision', en: 'As long as the decision' },
        seenBy: { fr: 'Personnes qui gèrent le service', en: 'People who run the service' },
      },
    ],
    impersonal: ['source', 'version', 'content', 'created_at'],
  },
  saysNothing(
    'sources.source',
    'name title territory url licence rhythm etag last_modified content_hash created_at checked_at',
  ),
  saysNothing('sources.commune', 'code_insee content updated_at'),
];
