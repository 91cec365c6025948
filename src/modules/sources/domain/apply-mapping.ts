import { parseAddress, parsePointText, type StandardField } from '../../standard/index.ts';
import type { FieldMapping, Mapping, Transform } from './mapping.ts';
import type { SourceRow } from './table.ts';

/** What one row says for a field: the text, and the column to name if it must be refused or repaired. */
export interface MappedText {
  field: StandardField;
  column: string;
  text: string;
}

/** Fields of which a place may have several values: every column counts. */
const LISTS: ReadonlySet<StandardField> = new Set<StandardField>([
  'telephone',
  'courriels',
  'site_web',
  'autres_formations_labels',
  'presentation_detail',
  'typologie',
  'itinerance',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
]);

export const isListField = (field: StandardField): boolean => LISTS.has(field);

/** The non-empty texts that a row gives for a field, in the order of the mapping. */
export function readField(row: SourceRow, field: StandardField, mapping: Mapping): MappedText[] {
  const chosen = mapping.fields[field];
  if (!chosen) return [];
  const [only] = chosen.columns;
  // Nine fields out of ten: one column, as it is.
  if (!chosen.transform && chosen.columns.length === 1 && only !== undefined) {
    const text = cellText(row, only);
    return text === '' ? [] : [{ field, column: only, text }];
  }
  const transform = chosen.transform ?? { kind: isListField(field) ? 'list' : 'first' };
  return readTransformed(row, chosen, transform).flatMap(({ column, text }) =>
    text === '' ? [] : [{ field, column, text }],
  );
}

/** Cells that say « nothing », in the words of files and of the tools that wrote them. */
const NOTHING =
  /^(?:[-–—_./*?]+|nan|null|none|undefined|n\/?a|#n\/a|nc|néant|neant|non renseigné(?:e|es|s)?|https?:\/*)$/i;

/** « non renseignées », a line of dashes. */
const LONGEST_NOTHING = 40;

export function cellText(row: SourceRow, column: string): string {
  const text = (row.cells[column] ?? '').trim();
  return text.length <= LONGEST_NOTHING && NOTHING.test(text) ? '' : text;
}

type ColumnText = Omit<MappedText, 'field'>;

function readTransformed(row: SourceRow, { columns }: FieldMapping, transform: Transform): ColumnText[] {
  const all = () => columns.map((column) => ({ column, text: cellText(row, column) }));
  switch (transform.kind) {
    case 'list':
      return all();
    case 'first':
      return all()
        .filter(({ text }) => text !== '')
        .slice(0, 1);
    case 'join': {
      const parts = transform.order.map((column) => cellText(row, column)).filter((text) => text !== '');
      return [{ column: columns[0] ?? '', text: parts.join(transform.separator) }];
    }
    case 'part':
      return all().map(({ column, text }) => ({ column, text: readPart(text, transform.part) }));
    case 'constant':
      return [{ column: '', text: transform.value }];
    case 'lambert-93':
    case 'weekdays':
      return all();
  }
}

type Part = Extract<Transform, { kind: 'part' }>['part'];

const PHONE_INSIDE = /(?:\+|\b0)\d(?:[\s.\-()/]*\d){7,12}/g;
const EMAIL_INSIDE = /[^\s@|,;<>()]+@[^\s@|,;<>()]+/g;

function readPart(text: string, part: Part): string {
  switch (part) {
    case 'street':
      return parseAddress(text).street;
    case 'postal-code':
      return parseAddress(text).postalCode ?? '';
    case 'commune':
      return parseAddress(text).commune ?? '';
    case 'phone':
      // A cell that holds neither is refused as a phone number rather than dropped unsaid.
      return (text.replace(EMAIL_INSIDE, ' ').match(PHONE_INSIDE) ?? (text.includes('@') ? [] : [text])).join(
        '|',
      );
    case 'email':
      return (text.match(EMAIL_INSIDE) ?? []).join('|');
    case 'latitude':
    case 'longitude': {
      const point = parsePointText(text);
      return point.ok ? String(point.value.point[part]) : text;
    }
  }
}
