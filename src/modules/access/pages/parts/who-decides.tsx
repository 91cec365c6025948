import { Button, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import type { Who } from '../../domain/stated-name.ts';
import { MESSAGES } from '../../messages.ts';

export const NAME_PATH = '/gestion/nom';

/** Asks once who decides; afterwards says under which name, with the way to change it. */
export function WhoDecides({ view, who }: { view: View; who: Who }) {
  const say = MESSAGES[view.lang];
  return (
    <form class={who.kind === 'unasked' ? 'm-group' : 'm-row'} method="post" action={NAME_PATH}>
      <input type="hidden" name="retour" value={`${view.url.pathname}${view.url.search}`} />
      {who.kind === 'unasked' ? (
        <>
          <TextField
            name="nom"
            label={say.nameLabel}
            description={say.nameWhy}
            maxlength={40}
            autocomplete="off"
          />
          <div class="m-row">
            <Button variant="secondary">{say.nameKeep}</Button>
            <Button variant="tertiary" name="sans" value="oui">
              {say.nameNone}
            </Button>
          </div>
        </>
      ) : (
        <>
          <span>{nb(who.kind === 'named' ? say.decidesAs(who.author) : say.decidesUnnamed)}</span>
          <Button variant="tertiary" name="changer" value="oui">
            {who.kind === 'named' ? say.notMe : say.sayName}
          </Button>
        </>
      )}
    </form>
  );
}
