import { SelectField } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { NEEDS } from '../../domain/needs.ts';
import { EMBED } from '../../embed-messages.ts';
import { NEED_WORDS } from '../../messages.ts';
import type { ListQuery } from './query.ts';

export function NeedField({ view, need }: { view: View; need: ListQuery['need'] }) {
  return (
    <SelectField
      name="besoin"
      label={EMBED[view.publicLang].need}
      value={need ?? 'tout'}
      options={NEEDS.map(({ key }) => ({ value: key, label: NEED_WORDS[view.publicLang][key].name }))}
    />
  );
}
