import { Button } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { KEPT_DATA } from '../../kept-data-messages.ts';
import { OFFLINE } from '../../offline-messages.ts';

/** What a phone keeps; the button is hidden until a script knows whether it keeps anything: `client/erase-places.ts`. */
export function KeptData({ view }: { view: View }) {
  const words = KEPT_DATA[view.publicLang];
  const { keep, erase } = OFFLINE[view.publicLang];
  return (
    <section class="m-group">
      <h2>{nb(words.title)}</h2>
      {[words.onPress(keep), words.what, words.howLong, words.remove(erase)].map((paragraph) => (
        <p key={paragraph}>{nb(paragraph)}</p>
      ))}
      <div
        class="m-group"
        hidden
        data-erase
        data-some={nb(words.some)}
        data-none={nb(words.none)}
        data-erased={nb(words.erased)}
      >
        <p data-says role="status" />
        <Button type="button" variant="secondary" icon="trash">
          {erase}
        </Button>
      </div>
    </section>
  );
}
