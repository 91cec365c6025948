import { localDateAt } from '../../../kernel/dates.ts';
import { formatEuros } from '../../../platform/i18n/french-form.ts';
import type { Space } from '../../access/index.ts';
import { FIELD } from '../field-messages.ts';
import { PLACE } from '../place-messages.ts';
import { REDEEM } from '../redeem-messages.ts';
import { readStock } from '../store/handed-over.ts';
import { sumIncome } from '../store/income.ts';
import type { VoucherWebDeps } from './deps.ts';
import { mountBooklet } from './field/booklet.ts';
import { mountLate } from './field/late.ts';
import { mountLateDesk } from './field/late-desk.ts';
import { mountMediator } from './field/mediator.ts';
import { mountPlace } from './field/place.ts';
import { mountRedemption } from './field/redemption.ts';
import { mountReferrer } from './field/referrer.ts';

/** Those who meet people: they hand booklets over, redeem them, and run the places that are paid. */
export function mountField(space: Space, deps: VoucherWebDeps): void {
  space.addEntry({
    roles: ['referrer'],
    icon: 'ticket',
    label: (lang) => FIELD[lang].entry,
    path: '/pass',
    waiting: async (organisation, lang) => {
      const stock = await readStock(deps.db, organisation);
      return FIELD[lang].entryStock(stock.reduce((sum, { inStock }) => sum + inStock, 0));
    },
  });
  space.addEntry({
    roles: ['mediator'],
    icon: 'scan',
    label: (lang) => REDEEM[lang].entry,
    path: '/pass/utiliser',
  });
  space.addEntry({
    roles: ['place-manager'],
    icon: 'coin-euro',
    label: (lang) => PLACE[lang].entry,
    path: '/pass/lieu',
    waiting: async (structure, lang) => {
      const { owedCents, pendingCents } = await sumIncome(deps.db, {
        structure,
        today: localDateAt(deps.clock()),
      });
      return PLACE[lang].entryOwed(formatEuros(owedCents + pendingCents, lang));
    },
  });
  space.nameActions({
    'booklet-handed-over': { fr: 'Carnet remis', en: 'Booklet handed over' },
    'code-renewed': { fr: 'Autre feuille faite', en: 'Another sheet made' },
    'booklet-lost': { fr: 'Feuille déclarée perdue', en: 'Sheet declared lost' },
    'booklet-replaced': { fr: 'Carnet remplacé', en: 'Booklet replaced' },
    'device-registered': { fr: 'Appareil préparé', en: 'Device prepared' },
    'device-withdrawn': { fr: 'Appareil retiré', en: 'Device withdrawn' },
    'late-settled': { fr: 'Pass refusé à l’envoi classé', en: 'Pass refused when sent settled' },
    'late-paid': { fr: 'Pass refusé à l’envoi, payé quand même', en: 'Pass refused when sent, paid anyway' },
    'booklets-read': { fr: 'Prénoms consultés', en: 'First names read' },
  });
  mountReferrer(space, deps);
  mountBooklet(space, deps);
  mountMediator(space, deps);
  mountLate(space, deps);
  mountLateDesk(space, deps);
  // After the steps, whose names would be read as numbers of redemptions.
  mountRedemption(space, deps);
  mountPlace(space, deps);
}
