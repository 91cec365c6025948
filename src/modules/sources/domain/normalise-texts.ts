import { collapseSpaces, foldKey } from '../../../kernel/text.ts';
import { cleanText, FIELD_KEYS, properCase, type StandardField, shorten } from '../../standard/index.ts';
import type { MappedText } from './apply-mapping.ts';
import { type Draft, joinedText, refuseValue, repairValue } from './normalise-draft.ts';

/** Limit of the national standard 1.0.2. */
const SUMMARY_LIMIT = 280;

const PLAIN_TEXTS = ['complement_adresse', 'source', 'presentation_detail'] as const;
const NAMES = ['nom', 'structure_parente'] as const;

export function normaliseTexts(draft: Draft): void {
  for (const field of NAMES) {
    const name = cleaned(draft, field);
    if (name) draft.fields[FIELD_KEYS[field]] = cased(draft, name);
  }
  for (const field of PLAIN_TEXTS) {
    const text = cleaned(draft, field);
    if (text) draft.fields[FIELD_KEYS[field]] = text.text;
  }
  normaliseSummary(draft);
  const labels = cleaned(draft, 'autres_formations_labels');
  if (labels) draft.fields.otherLabels = listItems(labels.text);
  const id = joinedText(draft, 'id', ' ');
  if (id) draft.fields.sourceId = collapseSpaces(id.text);
}

/** The text without markup or broken letters; what could not be kept is reported. */
export function cleaned(draft: Draft, field: StandardField): MappedText | null {
  const raw = joinedText(draft, field, field === 'autres_formations_labels' ? '|' : '\n');
  if (!raw) return null;
  const text = cleanText(raw.text);
  if (text === '') {
    refuseValue(draft, raw, 'text-empty');
    return null;
  }
  if (text !== raw.text && foldKey(text) !== foldKey(raw.text)) {
    const reason = /<[a-z/!]|&#?\w+;/i.test(raw.text) ? 'html-removed' : 'encoding-repaired';
    repairValue(draft, raw, { reason, repair: text });
  }
  return { ...raw, text };
}

/** Names all in capitals are given their case back. */
function cased(draft: Draft, name: MappedText): string {
  const text = properCase(name.text);
  if (text !== name.text) repairValue(draft, name, { reason: 'case-fixed', repair: text });
  return text;
}

/** A summary too long for the standard is shortened; the whole text stays as the description. */
function normaliseSummary(draft: Draft): void {
  const text = cleaned(draft, 'presentation_resume');
  if (!text) return;
  const summary = shorten(text.text, SUMMARY_LIMIT);
  draft.fields.summary = summary;
  if (summary === text.text) return;
  repairValue(draft, text, { reason: 'summary-shortened', repair: summary });
  draft.fields.description ??= text.text;
}

const listItems = (text: string): string[] => [
  ...new Set(
    text
      .split(/[|;]/)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
];
