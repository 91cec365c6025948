import { Button, ButtonLink, Icon, Published, TextField } from '../../../platform/html/parts.tsx';
import { QrCode } from '../../../platform/html/qr-code.tsx';
import type { View } from '../../../platform/html/view.ts';
import { formatDistance, nb, unbroken } from '../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../directory/index.ts';
import { formatPhone } from '../../standard/index.ts';
import { CARE } from '../care-messages.ts';
import type { Located } from '../domain/locate.ts';
import { searchOpenFirst } from '../domain/open-first.ts';
import { openness } from '../domain/openness.ts';
import type { Found } from '../domain/world.ts';
import { KIOSK } from '../kiosk-messages.ts';
import { PLACE } from '../place-messages.ts';
import type { FinderDeps, FinderWorld } from './parts/deps.ts';
import { kioskHref, renderKiosk } from './parts/kiosk-shell.tsx';
import { Needs } from './parts/needs.tsx';
import { PlaceAnswer } from './parts/place-answer.tsx';
import { PlaceName } from './parts/place-name.tsx';
import { PlaceStatus } from './parts/place-row.tsx';
import { CostSection, HoursSection, ServicesSection } from './parts/place-sections.tsx';
import { PlaceSheet } from './parts/place-sheet.tsx';
import { facetsOf, readListQuery } from './parts/query.ts';
import { resultsTitle } from './parts/results-title.ts';

/** What a person reads standing, without scrolling far. */
const PAGE_SIZE = 6;

export function kioskHome(view: View, located: Located): string {
  const words = KIOSK[view.publicLang];
  return renderKiosk(view, {
    title: words.title,
    isStart: true,
    children: (
      <>
        <div class="m-group">
          <h1>{nb(words.title)}</h1>
          <p class="m-lead">{nb(unbroken(words.here(located.label)))}</p>
        </div>
        <Needs view={view} hrefOf={(besoin) => kioskHref(view, '/borne/lieux', { besoin })} />
      </>
    ),
  });
}

/** For who installs the screen, never for who uses it. */
export function kioskSetup(view: View): string {
  const words = KIOSK[view.publicLang];
  return renderKiosk(view, {
    title: words.noTown,
    isStart: true,
    children: (
      <>
        <h1>{nb(words.noTown)}</h1>
        <p>{nb(words.noTownHelp)}</p>
        <form action="/borne" method="get">
          <TextField name="ou" label={words.town} maxlength={200} />
          <Button icon="check">{words.start}</Button>
        </form>
      </>
    ),
  });
}

export function kioskResults(view: View, located: Located, world: FinderWorld): string {
  const words = KIOSK[view.publicLang];
  const query = readListQuery(view.url);
  const answer = searchOpenFirst(world, {
    located,
    facets: facetsOf(query),
    openAt: view.now,
    offset: (query.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const title = resultsTitle({ query, located, answer }, view.publicLang);
  const besoin = query.need ?? 'tout';
  const hasMore = answer.total > query.page * PAGE_SIZE;
  return renderKiosk(view, {
    title,
    children: (
      <>
        <h1>{nb(unbroken(title))}</h1>
        {answer.hits.length === 0 && <p class="m-lead">{nb(words.nothing)}</p>}
        <ul class="m-places">
          {answer.hits.map((found) => (
            <Row
              key={found.place.id}
              view={view}
              found={found}
              href={placeHref(view, found.place.id, besoin)}
            />
          ))}
        </ul>
        <div class="m-row">
          <ButtonLink variant="secondary" icon="arrow-left" href={kioskHref(view, '/borne')}>
            {words.back}
          </ButtonLink>
          {hasMore && (
            <ButtonLink
              variant="secondary"
              icon="arrow-right"
              href={kioskHref(view, '/borne/lieux', { besoin, page: String(query.page + 1) })}
            >
              {words.more}
            </ButtonLink>
          )}
        </div>
      </>
    ),
  });
}

const placeHref = (view: View, id: string, besoin: string): string =>
  kioskHref(view, `/borne/lieux/${id}`, { besoin });

function Row({ view, found, href }: { view: View; found: Found<PublishedPlace>; href: string }) {
  const { place, distanceMetres } = found;
  return (
    <li>
      <div class="m-place-body">
        <PlaceStatus view={view} place={place} />
        <h2>
          <a href={href}>
            <PlaceName view={view} fields={place.fields} />
          </a>
        </h2>
        <p class="m-subtle">
          <Published view={view}>{unbroken(whereOf(place))}</Published>
          {distanceMetres !== null && `, ${formatDistance(distanceMetres, view.publicLang)}`}
        </p>
      </div>
    </li>
  );
}

const whereOf = ({ fields: { address, postalCode, commune } }: PublishedPlace): string =>
  [address, [postalCode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ');

/** A place without any way out: no site, no call, no map. It leaves on paper, in a photograph, or to a telephone. */
export function kioskPlace(
  view: View,
  place: PublishedPlace,
  { canText = false }: Pick<FinderDeps, 'canText'>,
): string {
  const words = KIOSK[view.publicLang];
  const { fields } = place;
  const besoin = view.url.searchParams.get('besoin') ?? 'tout';
  const phone = fields.phones?.[0];
  return renderKiosk(view, {
    title: fields.name ?? PLACE[view.publicLang].unnamed,
    scripts: ['print.js'],
    children: (
      <div class="m-place m-has-sheet">
        <div class="m-group">
          <h1>
            <PlaceName view={view} fields={fields} />
          </h1>
          <p class="m-lead">
            <Published view={view}>{unbroken(whereOf(place))}</Published>
          </p>
        </div>
        <div class="m-acted">
          <PlaceAnswer view={view} place={place} state={openness(fields, view.now)} />
          <aside class="m-aside" aria-labelledby="emporter">
            <h2 id="emporter">{nb(words.take)}</h2>
            <Button type="button" icon="printer" hidden data-print>
              {words.print}
            </Button>
            {canText && (
              <ButtonLink
                variant="secondary"
                icon="message"
                href={kioskHref(view, `/borne/lieux/${place.id}/sms`, { besoin })}
              >
                {CARE[view.publicLang].sms}
              </ButtonLink>
            )}
            <QrCode text={`${view.publicUrl}/lieux/${place.id}`} label={words.photograph} />
            <p>{nb(words.photograph)}</p>
          </aside>
          <div class="m-sections">
            {phone && (
              <section>
                <h2>{words.call}</h2>
                <p class="m-it">
                  <Icon name="phone" />
                  <bdi>{formatPhone(phone)}</bdi>
                </p>
              </section>
            )}
            <HoursSection view={view} fields={fields} />
            <ServicesSection view={view} fields={fields} />
            <CostSection view={view} fields={fields} />
          </div>
        </div>
        <div class="m-row">
          <ButtonLink
            variant="secondary"
            icon="arrow-left"
            href={kioskHref(view, '/borne/lieux', { besoin })}
          >
            {words.back}
          </ButtonLink>
        </div>
        <PlaceSheet view={view} place={place} />
      </div>
    ),
  });
}
