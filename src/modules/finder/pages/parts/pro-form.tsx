import { Button, Choices, SelectField, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { NEEDS } from '../../domain/needs.ts';
import { CONSTRAINTS, PUBLICS } from '../../domain/wish.ts';
import { NEED_WORDS } from '../../messages.ts';
import { PRO } from '../../pro-messages.ts';
import type { ProQuery } from './pro-query.ts';

export function ProForm({ view, query, error }: { view: View; query: ProQuery; error: string | undefined }) {
  const words = PRO[view.lang];
  return (
    <form class="m-band m-pro-form" action="/pro" method="get">
      <div class="m-searchbar">
        <TextField name="ou" label={words.town} value={query.ou} error={error} maxlength={200} />
        <SelectField
          name="besoin"
          label={words.need}
          value={query.need}
          options={NEEDS.map(({ key }) => ({ value: key, label: NEED_WORDS[view.lang][key].name }))}
        />
        <TextField name="mots" label={words.ownWords} value={query.mots} maxlength={200} />
        <SelectField
          name="public"
          label={words.whom}
          value={query.whom ?? ''}
          options={[
            { value: '', label: words.everyone },
            ...PUBLICS.map((value) => ({ value, label: words.public[value] })),
          ]}
        />
        <Button icon={query.isAsked ? 'refresh' : 'search'}>
          {query.isAsked ? words.update : words.see}
        </Button>
      </div>
      <Choices
        type="checkbox"
        name="il-faut"
        legend={words.constraints}
        options={CONSTRAINTS.map((value) => ({ value, label: words.constraint[value] }))}
        values={query.constraints}
      />
    </form>
  );
}
