import { Button, Details, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { LONGEST_NAME, type Who } from '../../domain/stated-name.ts';
import { MESSAGES } from '../../messages.ts';

export const NAME_PATH = '/gestion/nom';

/** Says under which name decisions are kept: asks for it, or gives the way to change it. */
export function WhoDecides({ view, who }: { view: View; who: Who }) {
  const say = MESSAGES[view.lang];
  const back = <input type="hidden" name="retour" value={`${view.url.pathname}${view.url.search}`} />;
  if (who.hasAccount)
    return (
      <p>
        {nb(say.decidesAs(who.author))}{' '}
        <a class="ds-link" href="/compte">
          {say.account}
        </a>
      </p>
    );
  if (who.isNamed)
    return (
      <form class="m-row" method="post" action={NAME_PATH}>
        {back}
        <span>{nb(say.decidesAs(who.author))}</span>
        <Button variant="tertiary">{say.notMe}</Button>
      </form>
    );
  return (
    <Details summary={say.askName}>
      <form class="m-group" method="post" action={NAME_PATH}>
        {back}
        <TextField
          name="nom"
          label={say.nameLabel}
          description={say.nameWhy}
          maxlength={LONGEST_NAME}
          autocomplete="off"
        />
        <div>
          <Button variant="secondary">{say.nameKeep}</Button>
        </div>
      </form>
    </Details>
  );
}
