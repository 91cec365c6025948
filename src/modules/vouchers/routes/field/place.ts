import type { Space } from '../../../access/index.ts';
import { placeHomePage } from '../../pages/field/place-home.tsx';
import type { VoucherWebDeps } from '../deps.ts';
import { mountAccount } from './account.ts';
import { mountAgreements } from './agreements.ts';
import { mountIncome } from './income.ts';

/** Whoever manages a place: what it accepts, where it is paid, and what it is owed. */
export function mountPlace(space: Space, deps: VoucherWebDeps): void {
  space.get('/pass/lieu', ['place-manager'], (c, actor) =>
    c.html(placeHomePage(c.get('view'), { base: `/espace/${actor.organisation.id}/pass/lieu` })),
  );
  mountAgreements(space, deps);
  mountAccount(space, deps);
  mountIncome(space, deps);
}
