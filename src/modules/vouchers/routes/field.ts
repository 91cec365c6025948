import type { Space } from '../../access/index.ts';
import { FIELD } from '../field-messages.ts';
import type { VoucherWebDeps } from './deps.ts';
import { mountBooklet } from './field/booklet.ts';
import { mountReferrer } from './field/referrer.ts';

/** Those who meet people: they hand booklets over, redeem them, and run the places that are paid. */
export function mountField(space: Space, deps: VoucherWebDeps): void {
  space.addEntry({ roles: ['referrer'], label: (lang) => FIELD[lang].entry, path: '/pass' });
  space.nameActions({
    'booklet-handed-over': { fr: 'Carnet remis', en: 'Booklet handed over' },
    'code-renewed': { fr: 'Autre feuille faite', en: 'Another sheet made' },
    'booklet-lost': { fr: 'Feuille déclarée perdue', en: 'Sheet declared lost' },
    'booklet-replaced': { fr: 'Carnet remplacé', en: 'Booklet replaced' },
    'booklets-read': { fr: 'Prénoms consultés', en: 'First names read' },
  });
  mountReferrer(space, deps);
  mountBooklet(space, deps);
}
