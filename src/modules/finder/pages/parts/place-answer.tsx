import { Answer, Icon, type IconName } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { formatDate, nb } from '../../../../platform/i18n/french-form.ts';
import type { PublishedPlace } from '../../../directory/index.ts';
import { arrival, type Openness } from '../../domain/openness.ts';
import { OFFLINE } from '../../offline-messages.ts';
import { PLACE } from '../../place-messages.ts';
import { stopWords } from './opening-range.ts';
import { closingWords, momentAt, whenWords } from './opening-words.ts';

/** « Puis-je y aller maintenant ? » */
export function PlaceAnswer({ view, place, state }: { view: View; place: PublishedPlace; state: Openness }) {
  const words = PLACE[view.publicLang];
  const { fields, missingSince } = place;
  const hasPhone = Boolean(fields.phones?.length);
  const warning = missingSince && formatDate(missingSince, view.publicLang, momentAt(fields, view).timeZone);
  const { kind, icon, title, help } = answerOf(state, place, view);
  return (
    <Answer kind={kind} question={words.question} title={title} {...(icon && { icon })}>
      {help && <p>{nb(help)}</p>}
      {warning && (
        <p class="m-it">
          <Icon name="alert-triangle" />
          <span>{nb(hasPhone ? words.missing(warning) : words.missingNoPhone(warning))}</span>
        </p>
      )}
    </Answer>
  );
}

interface Said {
  kind: 'ok' | 'no' | 'ask';
  icon?: IconName;
  title: string;
  help?: string;
}

function answerOf(state: Openness, { fields }: PublishedPlace, view: View): Said {
  const words = PLACE[view.publicLang];
  const moment = momentAt(fields, view);
  const coming = arrival(fields);
  const welcome = coming ? { help: words[coming] } : {};
  const ask = fields.phones?.length ? words.callFirst : words.writeFirst;
  switch (state.kind) {
    case 'open': {
      const clock = closingWords(state, moment);
      const kept = OFFLINE[view.publicLang];
      const said = view.kept ? { yes: kept.open, yesUntil: kept.openUntil } : words;
      return { kind: 'ok', title: clock ? said.yesUntil(clock) : said.yes, ...welcome };
    }
    case 'closed': {
      const stop = stopWords(fields, view);
      if (stop) return { kind: 'no', icon: 'calendar', title: stop, ...welcome };
      const title = state.nextOpening ? words.noOpens(whenWords(state.nextOpening, moment)) : words.no;
      return { kind: 'no', title, ...welcome };
    }
    case 'moves':
      return {
        kind: 'ask',
        icon: 'bus',
        title: words.moves,
        help: fields.phones?.length ? words.movesHelp : ask,
      };
    case 'no-visitors':
      return { kind: 'ask', title: words.noVisitors, help: words.noVisitorsHelp };
    case 'unknown':
      return { kind: 'ask', title: words.unknown, help: ask };
  }
}
