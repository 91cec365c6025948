import type { FieldKey, PlaceFields } from '../../standard/index.ts';
import type { Sayer } from './place.ts';

/** What a person may say of a place; fields of one unit only make sense whole, and are said together. */
export const UNITS = {
  name: ['name'],
  address: ['address', 'addressDetail', 'postalCode', 'commune', 'codeInsee'],
  phones: ['phones'],
  emails: ['emails'],
  websites: ['websites'],
  openingHours: ['openingHours'],
  services: ['services'],
  fees: ['fees'],
  accessModes: ['accessModes'],
  summary: ['summary'],
  /** « All is right »: nothing but the day on which someone looked. */
  checked: ['updatedOn'],
  /** « Closed for good »: it has no field; accepted, it takes the place out of view. */
  closing: [],
} as const satisfies Record<string, readonly FieldKey[]>;

export type Unit = keyof typeof UNITS;

/** Why a person looks before a correction is published. */
export type ReviewReason =
  | 'identity'
  | 'address'
  | 'closing'
  | 'emptied'
  | 'unusual-hours'
  | 'unusual-phone'
  | 'other-domain'
  | 'link-in-words';

export type CorrectionState = 'published' | 'waiting' | 'refused' | 'withdrawn';

/** One unit as someone said it. Never rewritten: what becomes of it is told by rulings. */
export interface Correction {
  id: number;
  gesture: string;
  placeId: string;
  unit: Unit;
  value: PlaceFields;
  basis: PlaceFields;
  saidBy: Sayer;
  link: string | null;
  /** The name that a coordinator gave; null when none was. */
  author: string | null;
  reasons: ReviewReason[];
  at: Date;
  state: CorrectionState;
  /** The latest ruling, when a person gave one. */
  ruling: { reason: string; author: string; at: Date } | null;
}

/** The fields of one unit, absent ones left out. */
export const fieldsOfUnit = (unit: Unit, fields: PlaceFields): PlaceFields =>
  Object.fromEntries(
    UNITS[unit].flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]] as const])),
  ) as PlaceFields;
