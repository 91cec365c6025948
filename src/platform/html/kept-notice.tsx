import { formatDate, nb } from '../i18n/french-form.ts';
import { KEPT } from './kept-messages.ts';
import { ButtonLink, Icon } from './parts.tsx';
import type { View } from './view.ts';

/** On every page that a phone shows without network: how old it is, and what to do about it. */
export function KeptNotice({ view }: { view: View }) {
  if (!view.kept) return null;
  const words = KEPT[view.publicLang];
  return (
    <section class="m-answer m-no" aria-labelledby="sans-reseau">
      <h2 class="m-answer-a" id="sans-reseau">
        <span class="m-disc">
          <Icon name="wifi-off" isLarge />
        </span>
        <span>{words.title}</span>
      </h2>
      <p>{nb(words.seen(view.kept.what, formatDate(view.kept.on, view.publicLang)))}</p>
      <ButtonLink variant="secondary" icon="refresh" href="">
        {words.again}
      </ButtonLink>
    </section>
  );
}
