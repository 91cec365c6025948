export { type Located, locate } from './domain/locate.ts';
export { type PlaceQuery, searchPlaces } from './domain/search-places.ts';
export type { Found, World } from './domain/world.ts';
