import type { View } from '../../../../platform/html/view.ts';
import { formatDistance } from '../../../../platform/i18n/french-form.ts';
import { openness, walkingMinutes } from '../../domain/openness.ts';
import { monthsOld, type Reason } from '../../domain/place-criteria.ts';
import type { Public } from '../../domain/wish.ts';
import type { Found, SearchablePlace } from '../../domain/world.ts';
import { PRO, REASONS } from '../../pro-messages.ts';
import { closingWords, momentAt, whenWords } from './opening-words.ts';

/** A reason in words, with the figures of the place. */
export function reasonWords(
  { fact }: Reason,
  found: Found<SearchablePlace>,
  { view, whom }: { view: View; whom: Public | undefined },
): string {
  const words = REASONS[view.lang];
  switch (fact) {
    case 'near':
    case 'far':
      return distanceWords(fact, found.distanceMetres!, view);
    case 'open':
    case 'opens-soon':
    case 'closed':
      return openingWords(found, view);
    case 'fresh':
    case 'stale':
      return words[fact](monthsOld(found.place.fields, view.now)!);
    case 'public':
    case 'public-unknown':
      return words[fact](PRO[view.lang].public[whom!]);
    default:
      return words[fact];
  }
}

function distanceWords(fact: 'near' | 'far', metres: number, { lang }: View): string {
  const distance = formatDistance(metres, lang);
  const minutes = walkingMinutes(metres);
  return minutes === null ? REASONS[lang][fact](distance) : REASONS[lang].walk(distance, minutes);
}

function openingWords({ place: { fields } }: Found<SearchablePlace>, view: View): string {
  const words = REASONS[view.lang];
  const moment = momentAt(fields, { now: view.now, publicLang: view.lang });
  const state = openness(fields, view.now);
  if (state.kind === 'closed' && state.nextOpening) return words.opens(whenWords(state.nextOpening, moment));
  if (state.kind !== 'open') return words.closed;
  const clock = closingWords(state, moment);
  return clock ? words.openUntil(clock) : words.open;
}
