export { prepareSearch } from './actions/prepare-search.ts';
export type { KeptDepartement } from './domain/kept-departement.ts';
export { locate } from './domain/locate.ts';
export { openness } from './domain/openness.ts';
export { listPlaces } from './domain/search-places.ts';
export type { Found } from './domain/world.ts';
export type { MapGround } from './pages/parts/deps.ts';
export { kioskHref, leaveNoTrace, renderKiosk, restartHref } from './pages/parts/kiosk-shell.tsx';
export { mount } from './routes.ts';
