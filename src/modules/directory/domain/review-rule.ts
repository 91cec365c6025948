import { type PlaceFields, weekOf } from '../../standard/index.ts';
import type { ReviewReason, Unit } from './correction.ts';

/** A place of this kind that says more hours a week made a slip; 24/7 is 168. In hours. */
const MOST_WEEKLY_HOURS = 80;

/** Metropolitan and overseas calling codes; numbers that cost the caller more begin by 08 9 and 08 1, or 118. */
const FRENCH_NUMBER = /^\+(?:33|262|508|590|594|596|681|687|689)/;
const PAYING_NUMBER = /^\+338[129]/;

/** Public mailboxes: sharing one says nothing about who holds it. */
const SHARED_MAILBOXES = new Set(
  'free.fr gmail.com hotmail.com hotmail.fr icloud.com laposte.net live.fr orange.fr outlook.com outlook.fr sfr.fr wanadoo.fr yahoo.com yahoo.fr'.split(
    ' ',
  ),
);

/**
 * What a place manager says of hours, prices or services is published at once: being late there sends people to a closed
 * door. What could mislead them elsewhere, or hand the record over to someone else, is looked at by a person first.
 */
export function reasonsToReview(unit: Unit, value: PlaceFields, published: PlaceFields): ReviewReason[] {
  switch (unit) {
    case 'name':
      return ['identity'];
    case 'address':
      return ['address'];
    case 'closing':
      return ['closing'];
    case 'openingHours':
      return hoursReasons(value.openingHours);
    case 'phones':
      return phoneReasons(value.phones);
    case 'emails':
    case 'websites':
      return domainReasons(value, published);
    case 'services':
      return value.services?.length ? [] : ['emptied'];
    case 'summary':
      return /https?:|www\.|@/i.test(value.summary ?? '') ? ['link-in-words'] : [];
    case 'fees':
    case 'accessModes':
    case 'checked':
      return [];
  }
}

function hoursReasons(osm: string | undefined): ReviewReason[] {
  if (osm === undefined) return ['emptied'];
  const week = weekOf(osm);
  if (week === null) return ['unusual-hours'];
  const minutes = week.flatMap(({ ranges }) => ranges).reduce((sum, [from, to]) => sum + to - from, 0);
  return minutes > MOST_WEEKLY_HOURS * 60 ? ['unusual-hours'] : [];
}

function phoneReasons(phones: readonly string[] | undefined): ReviewReason[] {
  if (!phones?.length) return ['emptied'];
  const areUsual = phones.every((phone) => FRENCH_NUMBER.test(phone) && !PAYING_NUMBER.test(phone));
  return areUsual ? [] : ['unusual-phone'];
}

/** An address of a domain that the place did not have yet could send people, and later links, to someone else. */
function domainReasons(value: PlaceFields, published: PlaceFields): ReviewReason[] {
  const known = new Set([
    ...(published.emails ?? []).map(ownDomain),
    ...(published.websites ?? []).map(hostOf),
  ]);
  const kept = new Set([...(published.emails ?? []), ...(published.websites ?? [])]);
  const isKnown = (text: string, domain: string) => kept.has(text) || (domain !== '' && known.has(domain));
  const areKnown =
    (value.emails ?? []).every((email) => isKnown(email, ownDomain(email))) &&
    (value.websites ?? []).every((url) => isKnown(url, hostOf(url)));
  return areKnown ? [] : ['other-domain'];
}

/** Empty for a shared mailbox, which nobody owns whole. */
function ownDomain(email: string): string {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return SHARED_MAILBOXES.has(domain) ? '' : domain;
}

const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '').toLowerCase() : '';
