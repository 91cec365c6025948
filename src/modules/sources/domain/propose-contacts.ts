import type { StandardField } from '../../standard/index.ts';
import { PERSON_WORDS } from './column-lexicon.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { Detector } from './detectors.ts';
import type { FieldMapping, Mapping } from './mapping.ts';
import { nameEvidence } from './propose-scores.ts';

type ContactField = Extract<StandardField, 'telephone' | 'courriels' | 'site_web'>;
const SHAPES: Record<ContactField, Detector> = { telephone: 'phone', courriels: 'email', site_web: 'url' };

/** Further columns of numbers and addresses, and one column that holds several kinds of contact. */
export function completeContacts(
  fields: Mapping['fields'],
  { free, neutral }: { free: readonly ColumnProfile[]; neutral: ReadonlySet<string> },
): void {
  for (const field of Object.keys(SHAPES) as ContactField[]) {
    const chosen = fields[field];
    if (!chosen) continue;
    const others = free.filter((profile) => isAlso(profile, field, neutral)).map((profile) => profile.column);
    if (others.length > 0)
      fields[field] = { ...chosen, columns: [...chosen.columns, ...others], transform: { kind: 'list' } };
  }
}

const isAlso = (profile: ColumnProfile, field: ContactField, neutral: ReadonlySet<string>): boolean =>
  profile.share(SHAPES[field]) > 0.6 &&
  profile.share('social') < 0.5 &&
  nameEvidence(field, profile.name, neutral) > 0 &&
  !speaksOfPerson(profile);

/** The number of somebody is not the number of the place: it is not added unasked. */
const speaksOfPerson = ({ name }: ColumnProfile): boolean =>
  name.isListed || [...name.parents, ...name.leaf].some((word) => PERSON_WORDS.has(word));

const MIXED = { telephone: 'phone', courriels: 'email' } as const;

/** « 04 65 71 00 34 / accueil@puce.example »: the column gives both. */
export function shareContact(fields: Mapping['fields'], profiles: readonly ColumnProfile[]): void {
  for (const [found, missing] of [
    ['telephone', 'courriels'],
    ['courriels', 'telephone'],
  ] as const) {
    const chosen = fields[found];
    const profile = profiles.find(({ column }) => column === chosen?.columns[0]);
    if (!chosen || !profile || fields[missing] || profile.share(MIXED[missing]) < 0.3) continue;
    const part = (field: keyof typeof MIXED): FieldMapping => ({
      ...chosen,
      transform: { kind: 'part', part: MIXED[field] },
    });
    fields[found] = part(found);
    fields[missing] = part(missing);
  }
}
