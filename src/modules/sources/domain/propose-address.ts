import type { StandardField } from '../../standard/index.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { FieldMapping } from './mapping.ts';

const HOUSE_NUMBER = /^\d{1,5}(?:[-/ ]?\d{1,4})? ?(?:bis|ter|quater|[a-d])?$/;
const STARTS_WITH_NUMBER = /^\d/;

/** The parts of an address stand side by side. */
const NEIGHBOURS = 4;

const shareOf = ({ cells }: ColumnProfile, pattern: RegExp): number =>
  cells.filter(({ folded }) => pattern.test(folded)).length / Math.max(cells.length, 1);

const hasWord = ({ name }: ColumnProfile, ...words: string[]): boolean =>
  words.some((word) => name.leaf.includes(word) || name.parents.includes(word));

/** House number, kind of way and street name in columns of their own: joined in that order. */
export function proposeStreet(
  street: ColumnProfile,
  free: readonly ColumnProfile[],
): Pick<FieldMapping, 'columns' | 'transform'> {
  if (shareOf(street, STARTS_WITH_NUMBER) > 0.3) return embeddedStreet(street);
  const near = free.filter(({ rank }) => Math.abs(rank - street.rank) <= NEIGHBOURS);
  const number = near.find(
    (profile) =>
      hasWord(profile, 'numero', 'n', 'voie', 'rue') &&
      !hasWord(profile, 'telephone', 'siret', 'id', 'insee') &&
      shareOf(profile, HOUSE_NUMBER) > 0.6,
  );
  const repetition = near.find((profile) => hasWord(profile, 'repetition', 'rep', 'bis', 'indice'));
  const kind = near.find((profile) => hasWord(profile, 'type') && hasWord(profile, 'voie', 'rue'));
  const order = [number, repetition, kind, street].flatMap((profile) => profile?.column ?? []);
  if (order.length === 1) return embeddedStreet(street);
  const columns = [street.column, ...order.filter((column) => column !== street.column)];
  return { columns, transform: { kind: 'join', order, separator: ' ' } };
}

/** « 8 rue X - 33000 Bordeaux »: only the street is kept from it. */
const embeddedStreet = (street: ColumnProfile): Pick<FieldMapping, 'columns' | 'transform'> =>
  street.share('postalInside') > 0.3
    ? { columns: [street.column], transform: { kind: 'part', part: 'street' } }
    : { columns: [street.column] };

type PartField = Extract<StandardField, 'adresse' | 'code_postal' | 'commune'>;
const PART_OF = { adresse: 'street', code_postal: 'postal-code', commune: 'commune' } as const;

/** The missing parts of an address that some column holds with others; the confidence is the share of cells that hold it. */
export function proposeAddressParts(
  found: Partial<Record<StandardField, FieldMapping>>,
  profiles: readonly ColumnProfile[],
): Partial<Record<PartField, FieldMapping>> {
  const [whole] = profiles
    .filter(({ share }) => share('postalInside') > 0.5 && share('sentence') < 0.3)
    .sort((a, b) => b.share('postalInside') * b.filled - a.share('postalInside') * a.filled);
  if (!whole) return {};
  const missing = (Object.keys(PART_OF) as PartField[]).filter((field) => !found[field]);
  return Object.fromEntries(
    missing.map((field) => [
      field,
      {
        columns: [whole.column],
        confidence: 0.9 * whole.share('postalInside'),
        transform: { kind: 'part', part: PART_OF[field] },
      },
    ]),
  );
}
