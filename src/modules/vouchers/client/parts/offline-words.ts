/** Of one, and of several: `#` is where the count stands. */
export interface Counted {
  one: string;
  many: string;
}

/** What `pages/parts/offline-island.tsx` writes for the script, in the language of the page. */
export type Words = Record<
  | 'preparing'
  | 'ready'
  | 'failed'
  | 'sending'
  | 'signIn'
  | 'noNetwork'
  | 'notReady'
  | 'notYours'
  | 'mistyped'
  | 'notAttended'
  | 'kept'
  | 'since'
  | 'removed'
  | 'notRemoved'
  | 'wait'
  | 'clock',
  string
> &
  Record<'waiting' | 'sent' | 'refused', Counted>;

export const countedWords = ({ one, many }: Counted, count: number): string =>
  count < 2 ? one : many.replace('#', String(count));

/** Of the other pages too, wherever the device thinks it stands. */
const timeZone = 'Europe/Paris';

/** With its day of the week: « samedi 28 novembre à 14 h 05 ». Old browsers cannot load the writer of other pages. */
export function shortInstant(instant: Date): string {
  const { lang } = document.documentElement;
  const day = instant.toLocaleDateString(lang, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const time = instant.toLocaleTimeString(lang, { timeZone, hour: '2-digit', minute: '2-digit' });
  return lang === 'fr' ? `${day} à ${time.replace(':', '\u00a0h\u00a0')}` : `${day}, ${time}`;
}
