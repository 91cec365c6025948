import type { MatchRecord } from '../../matching/index.ts';
import { recordRef } from '../domain/identities.ts';
import type { SourceRecord } from '../domain/survivorship.ts';

/** What matching compares, from what normalising kept. */
export function toMatchRecord({ source, recordKey, fields }: SourceRecord): MatchRecord {
  return {
    rid: recordRef(source, recordKey),
    source,
    name: fields.name ?? '',
    address: fields.address ?? null,
    postalCode: fields.postalCode ?? null,
    city: fields.commune ?? null,
    codeInsee: fields.codeInsee ?? null,
    latitude: fields.latitude ?? null,
    longitude: fields.longitude ?? null,
    phone: fields.phones?.join(' ') ?? null,
    email: fields.emails?.join(' ') ?? null,
    website: fields.websites?.join(' ') ?? null,
    siret: fields.pivot ?? null,
    typology: fields.typologies?.join('|') ?? null,
    services: fields.services?.join('|') ?? null,
    updatedOn: fields.updatedOn ?? null,
  };
}
