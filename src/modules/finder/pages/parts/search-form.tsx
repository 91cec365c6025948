import { Button, TextField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { HOME } from '../../messages.ts';

/** One question, one field, one button; what was already chosen travels in hidden fields. */
export function SearchForm({
  view,
  label,
  value = '',
  error,
  chosen = {},
}: {
  view: View;
  label?: string;
  value?: string;
  error?: string | undefined;
  chosen?: Readonly<Record<string, string | undefined>>;
}) {
  const words = HOME[view.publicLang];
  return (
    <form class="m-search" action="/lieux" method="get">
      <TextField
        name="ou"
        label={label ?? words.fieldBoth}
        description={words.example}
        value={value}
        error={error}
        autocomplete="address-level2"
        enterkeyhint="search"
        maxlength={200}
      />
      {Object.entries(chosen).map(
        ([name, text]) => text && <input key={name} type="hidden" name={name} value={text} />,
      )}
      <Button icon="search">{words.see}</Button>
    </form>
  );
}
