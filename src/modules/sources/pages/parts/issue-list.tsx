import { ButtonLink, Pagination, Status, Table } from '../../../../platform/html/parts.tsx';
import { formatNumber, nb } from '../../../../platform/i18n/french-form.ts';
import type { Lang } from '../../../../platform/i18n/messages.ts';
import { ISSUE_MESSAGES } from '../../domain/issue-messages.ts';
import type { ValueIssue } from '../../domain/value-issue.ts';
import { IMPORTS } from '../../import-messages.ts';

export interface IssuePage {
  issues: readonly ValueIssue[];
  /** Rank of the first one shown, from 1. */
  first: number;
  total: number;
  page: number;
  pageCount: number;
}

/** Every refused or repaired value of a reading, to look through here or to send to the producer. */
export function IssueList({ lang, importId, list }: { lang: Lang; importId: number; list: IssuePage }) {
  const say = IMPORTS[lang];
  if (list.issues.length === 0)
    return (
      <>
        <h2>{say.issues}</h2>
        <p>{say.noIssue}</p>
      </>
    );
  return (
    <>
      <h2 id="valeurs">{say.issues}</h2>
      <p>{nb(say.reportHelp)}</p>
      <div class="m-row">
        <ButtonLink
          href={`/gestion/imports/${importId}/rapport.csv`}
          variant="secondary"
          icon="download"
          download
        >
          {say.downloadReport}
        </ButtonLink>
      </div>
      <IssueTable lang={lang} list={list} />
      <Pagination
        lang={lang}
        page={list.page}
        count={list.pageCount}
        hrefOf={(page) => `/gestion/imports/${importId}?page=${page}#valeurs`}
      />
    </>
  );
}

/** Longer values are prose: their beginning is enough to find them in the file. */
const VALUE_LENGTH = 120;

function IssueTable({ lang, list }: { lang: Lang; list: IssuePage }) {
  const say = IMPORTS[lang];
  const { issues, first, total } = list;
  const number = (count: number) => formatNumber(count, lang);
  return (
    <Table
      caption={say.issueRange(number(first), number(first + issues.length - 1), number(total))}
      columns={[
        { label: say.columnLine },
        { label: say.columnColumn },
        { label: say.columnValue },
        { label: say.columnDecision },
        { label: say.columnDone },
      ]}
      rows={issues.map((issue, rank) => ({
        key: String(rank),
        cells: [
          say.line(number(issue.position)),
          issue.column === '' ? '' : <code key="column">{issue.column}</code>,
          issue.value === '' ? (
            <span class="m-subtle">{say.emptyValue}</span>
          ) : (
            <mark>{shortened(issue.value)}</mark>
          ),
          <Decision key="decision" lang={lang} decision={issue.decision} />,
          nb(whatWasDone(issue, lang)),
        ],
      }))}
    />
  );
}

const DECISION_LOOKS = {
  refused: { kind: 'bad', icon: 'x' },
  repaired: { kind: 'no', icon: 'tool' },
  doubted: { kind: 'ask', icon: 'eye' },
} as const;

function Decision({ lang, decision }: { lang: Lang; decision: ValueIssue['decision'] }) {
  return <Status {...DECISION_LOOKS[decision]}>{IMPORTS[lang][decision]}</Status>;
}

function whatWasDone(issue: ValueIssue, lang: Lang): string {
  const shown = issue.repair === undefined ? issue : { ...issue, repair: shortened(issue.repair) };
  return ISSUE_MESSAGES[issue.reason](shown)[lang];
}

const shortened = (text: string): string =>
  text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text;
