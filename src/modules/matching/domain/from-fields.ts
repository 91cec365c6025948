import { recordRef } from '../../../kernel/record-ref.ts';
import type { PlaceFields } from '../../standard/index.ts';
import type { MatchRecord } from './match-record.ts';

/** What matching compares, from what normalising kept. */
export function toMatchRecord({
  source,
  recordKey,
  fields,
}: {
  source: string;
  recordKey: string;
  fields: PlaceFields;
}): MatchRecord {
  return {
    rid: recordRef(source, recordKey),
    source,
    name: fields.name ?? '',
    address: fields.address ?? null,
    postalCode: fields.postalCode ?? null,
    city: fields.commune ?? null,
    codeInsee: fields.codeInsee ?? null,
    ...trustedPoint(fields),
    phone: fields.phones?.join(' ') ?? null,
    email: fields.emails?.join(' ') ?? null,
    website: fields.websites?.join(' ') ?? null,
    siret: fields.pivot ?? null,
    typology: fields.typologies?.join('|') ?? null,
    services: fields.services?.join('|') ?? null,
    updatedOn: fields.updatedOn ?? null,
  };
}

/** A point far from its commune would bring strangers together and keep the same place apart. */
const trustedPoint = (fields: PlaceFields): Pick<MatchRecord, 'latitude' | 'longitude'> => {
  const isTrusted = fields.coordinatesPrecision !== 'doubtful';
  return isTrusted ? { latitude: fields.latitude ?? null, longitude: fields.longitude ?? null } : {};
};
