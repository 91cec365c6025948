export type { Catalogue, FieldOrigin, PlaceAnswer, Provenance, PublishedPlace } from './domain/place.ts';
