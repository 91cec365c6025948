import { Chain } from '../../../../platform/html/parts.tsx';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { IMPORTS } from '../../import-messages.ts';

export const LINKS = ['reading', 'columns', 'checking', 'duplicates', 'publication'] as const;
export type ChainLink = (typeof LINKS)[number];

/** Where an import is; `null` once it is published. */
export function ImportChain({ lang, now }: { lang: Lang; now: ChainLink | null }) {
  const rank = now === null ? LINKS.length : LINKS.indexOf(now);
  const stateOf = (one: number) => (one < rank ? 'done' : one === rank ? 'now' : 'open');
  const steps = LINKS.map(
    (link, one) => ({ label: IMPORTS[lang].chain[link], state: stateOf(one) }) as const,
  );
  return <Chain lang={lang} steps={steps} />;
}
