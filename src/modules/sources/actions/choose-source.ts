import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { CATALOGUE } from '../domain/catalogue.ts';
import type { SourceCard, SourceSummary } from '../store/sources.ts';
import { cardOf } from './gather-inputs.ts';

/** An existing source to update, by its name, or a new one with the title a person gives it. */
export interface SourceChoice {
  source: string;
  title: string;
}

/** The source that a sent file belongs to. */
export function sourceOfFile(
  { source, title }: SourceChoice,
  fileName: string,
  known: readonly SourceSummary[],
): Result<SourceCard, 'unknown-source'> {
  if (source !== '') return existing(source, known);
  const label = title || fileName.replace(/\.[^.]+$/, '');
  return ok(newCard(cardOf(label), known));
}

/** The source that an address belongs to: the same address is the same source. */
export function sourceOfAddress(
  { source, title }: SourceChoice,
  url: string,
  known: readonly SourceSummary[],
): Result<SourceCard, 'unknown-source'> {
  if (source !== '') return existing(source, known);
  const same = known.find((one) => one.url === url);
  if (same) return ok(same);
  return ok(newCard({ ...cardOf(title || url), url }, known));
}

export function sourceOfCatalogue(name: string): SourceCard | null {
  const entry = CATALOGUE.find((one) => one.name === name);
  if (!entry) return null;
  const { title, territory, url, licence, rhythm } = entry;
  return { name, title, territory, url, licence, rhythm };
}

function existing(name: string, known: readonly SourceSummary[]): Result<SourceCard, 'unknown-source'> {
  const found = known.find((one) => one.name === name);
  return found ? ok(found) : refuse('unknown-source');
}

/**
 * Two files called `lieux.csv` are two sources unless a person says otherwise: taken for an update, the second would
 * flag every place of the first as gone. A source that never published anything has nothing to lose.
 */
function newCard(card: SourceCard, known: readonly SourceSummary[]): SourceCard {
  const isTaken = (name: string) => known.some((one) => one.name === name && one.lastImportAt !== null);
  if (!isTaken(card.name)) return card;
  let rank = 2;
  while (isTaken(`${card.name}-${rank}`)) rank += 1;
  return { ...card, name: `${card.name}-${rank}`, title: `${card.title} (${rank})` };
}
