import { personalData as access, type Reading } from '../modules/access/index.ts';
import { personalData as directory } from '../modules/directory/index.ts';
import { personalData as matching } from '../modules/matching/index.ts';
import { personalData as outbox } from '../modules/outbox/index.ts';
import { personalData as sources } from '../modules/sources/index.ts';
import { personalData as upkeep } from '../modules/upkeep/index.ts';
import { personalData as vouchers } from '../modules/vouchers/index.ts';
import type { TableRegister } from '../platform/personal-data.ts';

/** Pages of management that show some of it, besides those of `access`, which say so themselves. */
export const READINGS: readonly Reading[] = [
  { path: '/gestion/envois', action: 'messages-read', subjectKind: 'message' },
  { path: '/gestion/signalements', action: 'reports-read', subjectKind: 'report' },
  { path: '/gestion/signalements/:id', action: 'reports-read', subjectKind: 'report' },
  { path: '/gestion/rappels', action: 'messages-read', subjectKind: 'link' },
  { path: '/gestion/sources/:name', action: 'records-read', subjectKind: 'source' },
  { path: '/gestion/lieux/:id', action: 'records-read', subjectKind: 'place' },
  { path: '/gestion/journal', action: 'journal-read', subjectKind: 'journal' },
  { path: '/gestion/journal.csv', action: 'journal-read', subjectKind: 'journal' },
];

/** Every column of every table, and what it says of whom. */
export const REGISTER: readonly TableRegister[] = [
  ...access,
  ...outbox,
  ...sources,
  ...matching,
  ...directory,
  ...upkeep,
  ...vouchers,
];
