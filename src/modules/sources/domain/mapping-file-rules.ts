import {
  enumerationOf,
  isEnumeratedField,
  readEnumerationValues,
  type StandardField,
} from '../../standard/index.ts';
import type { Mapping, ValueRule } from './mapping.ts';
import type { MappingFileRefusal } from './mapping-file-refusal.ts';

export interface ReferenceRule {
  colonnes?: string[] | undefined;
  termes?: string[] | undefined;
  sauf?: string[] | undefined;
  cible?: string | undefined;
  modalitesAccompagnement?: string | undefined;
}

interface RuledKey {
  /** A target that no field knows belongs to a version of the standard that is over: it has no counterpart. */
  isFormer?: boolean;
  fields: readonly StandardField[];
}

/** Keys of the reference format whose values are lists of rules, and the fields that each feeds. */
export const RULED_KEYS: Readonly<Record<string, RuledKey>> = {
  typologie: { fields: ['typologie'] },
  itinerance: { fields: ['itinerance'] },
  services: { fields: ['services'] },
  publics_specifiquement_adresses: { fields: ['publics_specifiquement_adresses'] },
  prise_en_charge_specifique: { fields: ['prise_en_charge_specifique'] },
  frais_a_charge: { fields: ['frais_a_charge'] },
  dispositif_programmes_nationaux: { fields: ['dispositif_programmes_nationaux'] },
  formations_labels: { fields: ['formations_labels'] },
  autres_formations_labels: { fields: ['autres_formations_labels'] },
  modalites_acces: { fields: ['modalites_acces'] },
  modalites_accompagnement: { fields: ['modalites_accompagnement'] },
  conditionAcces: { fields: ['frais_a_charge'], isFormer: true },
  modaliteAccompagnement: { fields: ['modalites_accompagnement'], isFormer: true },
  publics_accueillis: {
    fields: ['publics_specifiquement_adresses', 'prise_en_charge_specifique'],
    isFormer: true,
  },
  labels_nationaux: { fields: ['dispositif_programmes_nationaux'], isFormer: true },
};

export function addRules(
  mapping: Mapping,
  key: string,
  rules: readonly ReferenceRule[],
): MappingFileRefusal | null {
  for (const [rank, rule] of rules.entries()) {
    const { cible, modalitesAccompagnement: mode } = rule;
    if (cible === undefined) addColumns(mapping, key, rule);
    else if (addTarget(mapping, key, { rule, target: cible }) === 0 && !RULED_KEYS[key]?.isFormer)
      return { kind: 'unknown-target', key: `${key}.${rank}.cible`, value: cible };
    if (mode) addTarget(mapping, 'modaliteAccompagnement', { rule, target: mode });
  }
  return null;
}

/** Without a target, the texts of the columns are the values. */
function addColumns({ fields }: Mapping, key: string, { colonnes = [] }: ReferenceRule): void {
  for (const field of RULED_KEYS[key]?.fields ?? []) {
    const columns = [...new Set([...(fields[field]?.columns ?? []), ...colonnes])];
    if (columns.length > 0) fields[field] = { columns, confidence: 1, transform: { kind: 'list' } };
  }
}

/** How many values of today's standard the target stands for. */
function addTarget(
  { values }: Mapping,
  key: string,
  { rule, target }: { rule: ReferenceRule; target: string },
): number {
  const { colonnes = [], termes, sauf } = rule;
  let count = 0;
  for (const field of RULED_KEYS[key]?.fields ?? []) {
    const added: ValueRule[] = readTarget(field, target).map((value) => ({
      columns: colonnes,
      ...(termes ? { terms: termes } : {}),
      ...(sauf ? { except: sauf } : {}),
      value,
    }));
    count += added.length;
    if (added.length > 0) values[field] = [...(values[field] ?? []), ...added];
  }
  return count;
}

function readTarget(field: StandardField, target: string): string[] {
  if (!isEnumeratedField(field) || enumerationOf(field).includes(target)) return [target];
  return readEnumerationValues(field, target).values;
}
