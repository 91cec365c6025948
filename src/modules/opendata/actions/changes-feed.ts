import { localDateAt } from '../../../kernel/dates.ts';
import type { View } from '../../../platform/html/view.ts';
import { LANGUAGE_FACTS } from '../../../platform/i18n/public-languages.ts';
import type { DirectoryChange } from '../../directory/index.ts';
import { FIELD_KEYS, STANDARD_FIELDS } from '../../standard/index.ts';
import { CHANGES } from '../changes-messages.ts';
import type { Feed, FeedEntry } from '../domain/atom-feed.ts';
import { fieldWords } from './loss-sentences.ts';

export const FEED_PATH = '/donnees-ouvertes/changements.atom';
/** A reader that looks once a day misses nothing of an ordinary day. */
export const FEED_LENGTH = 100;

/** `emptyAt` dates a feed in which nothing happened yet. */
export function changesFeed(view: View, changes: readonly DirectoryChange[], emptyAt: Date): Feed {
  const say = CHANGES[view.publicLang];
  const base = view.publicUrl;
  return {
    id: base + FEED_PATH,
    title: say.feedTitle(view.territoryName),
    subtitle: say.feedSubtitle,
    lang: LANGUAGE_FACTS[view.publicLang].tag,
    author: `Maillon, ${view.territoryName}`,
    selfHref: base + FEED_PATH,
    pageHref: `${base}/donnees-ouvertes`,
    updatedAt: changes[0]?.at ?? emptyAt,
    entries: changes.map((change) => toEntry(change, view)),
  };
}

function toEntry({ seq, placeId, placeName, kind, detail, at }: DirectoryChange, view: View): FeedEntry {
  const say = CHANGES[view.publicLang];
  return {
    // RFC 4151: an identifier that no move of the page can change.
    id: `tag:${new URL(view.publicUrl).hostname},${localDateAt(at, 'UTC')}:changement-${seq}`,
    title: say.title[kind](placeName),
    summary: kind === 'updated' ? say.changed(changedFields(detail, view)) : say.title[kind](placeName),
    href: `${view.publicUrl}/lieux/${placeId}`,
    updatedAt: at,
  };
}

function changedFields(detail: Record<string, unknown>, { publicLang: lang }: View): string {
  const keys = Array.isArray(detail.fields) ? detail.fields.map(String) : [];
  const words = STANDARD_FIELDS.filter((field) => keys.includes(FIELD_KEYS[field])).map((field) =>
    fieldWords(field, lang),
  );
  return words.length > 0 ? words.join(LANGUAGE_FACTS[lang].comma) : CHANGES[lang].sourcesOnly;
}
