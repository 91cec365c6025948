import { Button } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import { departementName, departementOfCode } from '../../domain/departements.ts';
import type { Located } from '../../domain/locate.ts';
import { OFFLINE } from '../../offline-messages.ts';
import { EasyBlock } from './easy-block.tsx';

/** Hidden until a script finds that this browser can keep places: `client/keep-places.ts`. */
export function KeepPlaces({ view, located }: { view: View; located: Located }) {
  const code = located.communes[0]?.departement ?? departementOfCode(located.communes[0]?.codeInsee ?? '');
  if (code === '' || view.kept) return null;
  const words = OFFLINE[view.publicLang];
  return (
    <section
      class="m-group"
      hidden
      data-keep={code}
      data-lang={view.publicLang}
      data-kept={words.kept(formatDate(view.now, view.publicLang))}
      data-busy={words.busy}
      data-failed={words.failed}
    >
      <EasyBlock view={view} icon="wifi-off">
        <h2>{nb(words.title)}</h2>
        <p data-says role="status">
          {nb(words.offer(departementName(code)))} {nb(words.weight)}
        </p>
        <div class="m-row">
          <Button type="button" variant="secondary" icon="download">
            {words.keep}
          </Button>
          <Button type="button" variant="tertiary" icon="trash">
            {words.erase}
          </Button>
        </div>
      </EasyBlock>
    </section>
  );
}
