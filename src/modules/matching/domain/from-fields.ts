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
  const isDoubtful = fields.coordinatesPrecision === 'doubtful';
  return {
    rid: recordRef(source, recordKey),
    source,
    name: fields.name ?? '',
    address: fields.address ?? null,
    postalCode: fields.postalCode ?? null,
    city: fields.commune ?? null,
    codeInsee: fields.codeInsee ?? null,
    latitude: isDoubtful ? null : (fields.latitude ?? null),
    longitude: isDoubtful ? null : (fields.longitude ?? null),
    phone: fields.phones?.join(' ') ?? null,
    email: fields.emails?.join(' ') ?? null,
    website: fields.websites?.join(' ') ?? null,
    siret: fields.pivot ?? null,
    typology: fields.typologies?.join('|') ?? null,
    services: fields.services?.join('|') ?? null,
    updatedOn: fields.updatedOn ?? null,
  };
}
