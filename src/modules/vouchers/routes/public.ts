import { localDateAt } from '../../../kernel/dates.ts';
import type { WebApp } from '../../../platform/html/view.ts';
import { keepPages } from '../../../platform/web/keep-pages.ts';
import { findOrganisationNames } from '../../access/index.ts';
import { type AcceptingPlace, publicPassPage } from '../pages/public.tsx';
import { listAcceptingPlaces } from '../store/places.ts';
import type { VoucherWebDeps } from './deps.ts';

type PublicDeps = Pick<VoucherWebDeps, 'db' | 'clock' | 'communes' | 'placeOf'>;

/** The address printed on every sheet. */
export function mountPublic(app: WebApp, deps: PublicDeps): void {
  // Kept a minute, as all public pages: agreements change less often than that.
  app.use('/pass', keepPages({ version: () => 0 }));
  app.get('/pass', async (c) => c.render(publicPassPage(c.get('view'), await readPlaces(deps))));
}

async function readPlaces({ db, clock, communes, placeOf }: PublicDeps): Promise<AcceptingPlace[]> {
  const accepting = await listAcceptingPlaces(db, localDateAt(clock()));
  const names = await findOrganisationNames(
    db,
    accepting.map(({ structure }) => structure),
  );
  return accepting
    .map(({ structure, siret, codeInsee }) => {
      const place = placeOf(siret);
      return {
        structure,
        name: names.get(structure) ?? structure,
        town: communes.byInsee(codeInsee)?.name ?? codeInsee,
        href: place === null ? null : `/lieux/${place}`,
      };
    })
    .sort((a, b) => a.town.localeCompare(b.town, 'fr') || a.name.localeCompare(b.name, 'fr'));
}
