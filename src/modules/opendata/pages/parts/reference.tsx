import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { LANGUAGE_FACTS } from '../../../../platform/i18n/public-languages.ts';

/** Words of the reference, which speaks the two languages of the OpenAPI document: marked, they keep their order and pronunciation. */
export function Reference({ view, children }: { view: View; children: string }) {
  const isSame = LANGUAGE_FACTS[view.publicLang].tag === view.lang;
  return isSame ? nb(children) : <bdi lang={view.lang}>{nb(children)}</bdi>;
}
