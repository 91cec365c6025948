import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { localDateAt } from '../../../kernel/dates.ts';
import type { FieldKey, PlaceFields } from '../../standard/index.ts';
import { type Correction, fieldsOfUnit, UNITS, type Unit } from './correction.ts';
import type { FieldOrigin, Provenance, Sayer } from './place.ts';
import type { SourceRecord } from './survivorship.ts';

/** What sources say of a place, before anyone corrects them. */
export interface SourceSide {
  fields: PlaceFields;
  provenance: Provenance;
  records: readonly SourceRecord[];
}

/**
 * `holds`: it is what people see. `agrees`: sources now say the same. `contested`: a source changed its mind, not later
 * than the correction, which is still shown. `overtaken`: a source said something else later, and that is shown.
 */
export type CorrectionFate = 'holds' | 'agrees' | 'contested' | 'overtaken';

/** The name under which corrections appear where sources, or authors of changes, are listed. */
export const SAYER_NAMES: Record<Sayer, string> = {
  'place-manager': 'responsable du lieu',
  coordinator: 'collectivité',
};

const isSame = (a: PlaceFields, b: PlaceFields): boolean => canonicalJson(a) === canonicalJson(b);

/** The rule that says which of a correction and the sources is shown: stateless, so that imports come in any order. */
export function fateOf(correction: Correction, source: SourceSide): CorrectionFate {
  const { unit, value, basis } = correction;
  const said = fieldsOfUnit(unit, source.fields);
  if (unit === 'checked') return (said.updatedOn ?? '') < value.updatedOn! ? 'holds' : 'agrees';
  if (isSame(said, value)) return 'agrees';
  if (isSame(said, basis)) return 'holds';
  return isSaidLater(correction, source) ? 'overtaken' : 'contested';
}

/** A dated record is as late as it says; an undated one, as late as the reading that first found it so. */
function isSaidLater({ unit, at }: Correction, { provenance, records }: SourceSide): boolean {
  const day = localDateAt(at);
  return originsOf(unit, provenance).some(({ source, recordKey, date }) => {
    if (date !== undefined) return date > day;
    const record = records.find((one) => one.source === source && one.recordKey === recordKey);
    return record !== undefined && record.seenAt > at;
  });
}

const originsOf = (unit: Unit, provenance: Provenance): FieldOrigin[] =>
  UNITS[unit].flatMap((key: FieldKey) => provenance[key] ?? []);

/** Of each unit, the last correction that is published: those before it are history. */
export function effectiveCorrections(corrections: readonly Correction[]): Correction[] {
  const latest = new Map<Unit, Correction>();
  for (const correction of [...corrections].sort((a, b) => a.id - b.id))
    if (correction.state === 'published') latest.set(correction.unit, correction);
  return [...latest.values()];
}

/** What sources say, with the corrections that hold laid over it. Nothing of the sources is lost: taken away, they show again. */
export function corrected(
  source: SourceSide,
  corrections: readonly Correction[],
): { fields: PlaceFields; provenance: Provenance } {
  const fields: PlaceFields = { ...source.fields };
  const provenance: Provenance = { ...source.provenance };
  for (const correction of effectiveCorrections(corrections)) {
    const fate = fateOf(correction, source);
    if (fate === 'agrees' || fate === 'overtaken') continue;
    for (const key of UNITS[correction.unit] as readonly FieldKey[]) {
      delete fields[key];
      delete provenance[key];
      if (correction.value[key] !== undefined) provenance[key] = [originOf(correction)];
    }
    Object.assign(fields, correction.value);
  }
  return { fields, provenance };
}

const originOf = ({ id, saidBy, at }: Correction): FieldOrigin => ({
  source: SAYER_NAMES[saidBy],
  recordKey: `correction:${id}`,
  date: localDateAt(at),
  saidBy,
});
