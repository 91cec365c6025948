import type { ComponentChildren } from 'preact';
import { nb } from '../i18n/french-form.ts';
import { LANGUAGE_FACTS, type PublicLang } from '../i18n/public-languages.ts';
import { Icon, type IconName } from './icon.tsx';
import { PARTS } from './messages.ts';
import { Remembered } from './remembered.ts';
import type { View } from './view.ts';

export {
  Button,
  ButtonLink,
  Choices,
  DateField,
  Field,
  LinesField,
  SelectField,
  TextField,
} from './forms.tsx';
export { Icon, type IconName } from './icon.tsx';

/** An icon and its words: inside a flex row they stay one item, so a sentence is never torn apart. */
export function IconText({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <span class="m-it">
      <Icon name={icon} />
      <span>{typeof children === 'string' ? nb(children) : children}</span>
    </span>
  );
}

/** What a place wrote itself stays in French: marked so, it keeps its order and its pronunciation in other languages. */
export function Published({ view, children }: { view: View; children: string }) {
  const isFrench = LANGUAGE_FACTS[view.publicLang].tag === 'fr';
  return isFrench ? nb(children) : <bdi lang="fr">{nb(children)}</bdi>;
}

export type StatusKind = 'ok' | 'no' | 'ask' | 'bad';
const STATUS_ICONS: Record<StatusKind, IconName> = {
  ok: 'circle-check',
  no: 'moon',
  ask: 'phone-call',
  bad: 'alert-triangle',
};

/** Chip: icon, word, colour. `ok` open or right, `no` closed or neutral, `ask` to check, `bad` refused. */
export function Status({ kind, icon, children }: { kind: StatusKind; icon?: IconName; children: string }) {
  return (
    <Remembered of={STATUS_ICONS} as={`${kind} ${icon ?? ''} ${children}`}>
      {() => (
        <span class={`m-status m-${kind}`}>
          <Icon name={icon ?? STATUS_ICONS[kind]} />
          <span>{nb(children)}</span>
        </span>
      )}
    </Remembered>
  );
}

const ANSWER_ICONS: Record<StatusKind, IconName> = { ok: 'check', no: 'moon', ask: 'phone-call', bad: 'x' };

/** The first thing read: answers the question in the person's head. */
export function Answer({
  kind,
  icon,
  question,
  title,
  titleAs: Title = 'p',
  children,
}: {
  kind: StatusKind;
  icon?: IconName;
  question?: string;
  title: string;
  /** `h1` when the answer is the whole page. */
  titleAs?: 'p' | 'h1';
  children?: ComponentChildren;
}) {
  return (
    <section class={`m-answer m-${kind}`}>
      {question && <h2 class="m-answer-q">{nb(question)}</h2>}
      <Title class="m-answer-a">
        <span class="m-disc">
          <Icon name={icon ?? ANSWER_ICONS[kind]} isLarge />
        </span>
        <span>{nb(title)}</span>
      </Title>
      {children}
    </section>
  );
}

export interface ChainStep {
  label: string;
  state: 'done' | 'now' | 'open';
}

/** Where something is: the open (dashed) end is what we still owe the person. */
export function Chain({ lang, steps }: { lang: PublicLang; steps: readonly ChainStep[] }) {
  const words = { done: PARTS[lang].done, now: PARTS[lang].now, open: PARTS[lang].toCome };
  return (
    <ol class="m-chain">
      {steps.map(({ label, state }) => (
        <li key={label} class={`m-link-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          {state === 'done' && <Icon name="check" />}
          <span>{nb(label)}</span>
          <span class="ds-sr-only">{nb(` (${words[state]})`)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Where what is shown comes from, and since when. */
export function Provenance({ children }: { children: ComponentChildren }) {
  return (
    <p class="m-prov">
      <Icon name="info-circle" />
      <span>{typeof children === 'string' ? nb(children) : children}</span>
    </p>
  );
}

/** Figures that stand side by side; a figure nobody measured is « non mesuré », never 0. */
export function Figures({
  items,
}: {
  /** `detail`: what the figure is made of, « 1 912 sur 2 198 ». */
  items: readonly { label: string; value: string; detail?: string | undefined }[];
}) {
  return (
    <dl class="m-count">
      {items.map(({ label, value, detail }) => (
        <div key={label}>
          <dt>{nb(label)}</dt>
          <dd>{nb(value)}</dd>
          {detail && <dd class="m-small">{nb(detail)}</dd>}
        </div>
      ))}
    </dl>
  );
}

export interface Door {
  href: string;
  icon: IconName;
  label: string;
  /** What is found behind it, or what waits there. */
  detail?: string | null;
}

/** Ways to other pages, side by side: the whole card can be pressed. */
export function Doors({ items }: { items: readonly Door[] }) {
  return (
    <ul class="m-doors">
      {items.map(({ href, icon, label, detail }) => (
        <li key={href}>
          <a href={href}>
            <Icon name={icon} isLarge />
            <span>
              <strong>{nb(label)}</strong>
              {detail && <span class="m-small">{nb(detail)}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Details({
  summary,
  isOpen = false,
  children,
}: {
  summary: string;
  isOpen?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="ds-details" open={isOpen}>
      <summary>{nb(summary)}</summary>
      <div>{children}</div>
    </details>
  );
}

export interface Column {
  label: string;
  /** Numbers stand to the right, with digits of one width. */
  isNumber?: boolean;
}

/** Browsers forget that a table is one when CSS lays its rows out as blocks: said again, it stays one. */
export const TABLE_ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** Rows become stacked blocks on phones, each value under its label; roles keep it a table for screen readers. */
export function Table({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[];
}) {
  return (
    <table class="ds-table m-table" data-border {...TABLE_ROLES.table}>
      <caption>{nb(caption)}</caption>
      <thead {...TABLE_ROLES.rowgroup}>
        <tr {...TABLE_ROLES.row}>
          {columns.map(({ label, isNumber }) => (
            <th key={label} scope="col" {...TABLE_ROLES.columnheader} class={isNumber ? 'm-num' : undefined}>
              {nb(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.rowgroup}>
        {rows.map(({ key, cells }) => (
          <tr {...TABLE_ROLES.row} key={key}>
            {columns.map(({ label, isNumber }, rank) => (
              <td {...TABLE_ROLES.cell} key={label} data-l={label} class={isNumber ? 'm-num' : undefined}>
                {cells[rank]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Links to the pages around this one; `hrefOf` keeps the rest of the query. */
export function Pagination({
  lang,
  page,
  count,
  hrefOf,
}: {
  lang: PublicLang;
  page: number;
  count: number;
  hrefOf: (page: number) => string;
}) {
  if (count <= 1) return null;
  const words = PARTS[lang];
  return (
    <nav class="m-pages" aria-label={words.pages}>
      {page > 1 && (
        <a class="ds-button" data-variant="secondary" rel="prev" href={hrefOf(page - 1)}>
          <Icon name="arrow-left" />
          <span>{words.previous}</span>
        </a>
      )}
      <span>{words.pageOf(page, count)}</span>
      {page < count && (
        <a class="ds-button" data-variant="secondary" rel="next" href={hrefOf(page + 1)}>
          <Icon name="arrow-right" />
          <span>{words.next}</span>
        </a>
      )}
    </nav>
  );
}

/** What was asked, then actions that each state their result, then a person to call. */
export function EmptyState({
  lang,
  asked,
  children,
}: {
  lang: PublicLang;
  asked: ComponentChildren;
  /** `ButtonLink`s, each with its result: « Enlever « gratuit » : 2 lieux ». */
  children?: ComponentChildren;
}) {
  return (
    <section class="m-empty">
      <p class="m-lead">{typeof asked === 'string' ? nb(asked) : asked}</p>
      {children && <h2>{PARTS[lang].youCan}</h2>}
      <div class="m-actions">{children}</div>
    </section>
  );
}
