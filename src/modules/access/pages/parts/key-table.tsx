import { Button, Table } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import { ACCOUNT } from '../../account-messages.ts';
import { CODES } from '../../code-messages.ts';
import type { DeviceKey } from '../../store/keys.ts';
import { KeyButton } from './key-button.tsx';

/** Devices that open the account by themselves. */
export function KeySection({ view, keys }: { view: View; keys: readonly DeviceKey[] }) {
  const say = ACCOUNT[view.lang];
  const { unknownDevice } = CODES[view.lang];
  return (
    <section class="m-group">
      <h2>{nb(say.keys)}</h2>
      <p>{nb(say.keysWhy)}</p>
      {keys.length > 0 && (
        <Table
          caption={say.keys}
          columns={[say.keyDevice, say.keyAdded, say.keyAction].map((label) => ({ label }))}
          rows={keys.map(({ id, name, addedAt }) => ({
            key: id,
            cells: [
              nb(name || unknownDevice),
              formatDate(addedAt, view.lang),
              <form method="post" action="/compte/cles/retirer">
                <input type="hidden" name="cle" value={id} />
                <Button variant="secondary" aria-label={nb(say.removeKey(name || unknownDevice))}>
                  {say.remove}
                </Button>
              </form>,
            ],
          }))}
        />
      )}
      <KeyButton purpose="add" label={say.addKey} busy={say.keyBusy} fault={say.addKeyFault} />
      <noscript>
        <p>{nb(say.keysScript)}</p>
      </noscript>
    </section>
  );
}
