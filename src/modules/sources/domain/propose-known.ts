import { fold } from '../../../kernel/text.ts';
import {
  isEnumeratedField,
  readEnumerationValues,
  SERVICES,
  STANDARD_FIELDS,
  type StandardField,
} from '../../standard/index.ts';
import type { ColumnProfile } from './column-profile.ts';
import { recogniseVocabulary } from './formats/vocabulary.ts';
import type { FieldMapping, Mapping } from './mapping.ts';
import { contentEvidence } from './propose-scores.ts';
import type { SourceFormat } from './table.ts';
import { splitItems } from './value-items.ts';

/** Columns of a published vocabulary say by their names alone what they are; 1 is kept for what a person agreed to. */
const KNOWN_CONFIDENCE = 0.99;
/** A column that holds something else entirely does not get its field by name. */
const CONTRADICTED = -2;

type Renamed = Partial<Record<StandardField, string[]>>;

/** Version 0 of the standard: names that version 1 changed. */
const FROM_VERSION_0: Renamed = {
  courriels: ['courriel'],
  publics_specifiquement_adresses: ['publics_accueillis'],
  prise_en_charge_specifique: ['publics_accueillis'],
  frais_a_charge: ['conditions_acces'],
  dispositif_programmes_nationaux: ['labels_nationaux'],
  formations_labels: ['labels_nationaux'],
  autres_formations_labels: ['labels_autres'],
  fiche_acces_libre: ['accessibilite'],
};

/** Structures of data·inclusion v1, their services beside them. One column of networks holds three closed lists. */
const FROM_DATA_INCLUSION: Renamed = {
  pivot: ['siret'],
  courriels: ['courriel'],
  horaires: ['horaires_accueil'],
  presentation_detail: ['description'],
  fiche_acces_libre: ['accessibilite_lieu'],
  typologie: ['reseaux_porteurs'],
  dispositif_programmes_nationaux: ['reseaux_porteurs'],
  formations_labels: ['reseaux_porteurs'],
  services: ['services.thematiques'],
  publics_specifiquement_adresses: ['services.publics'],
  prise_en_charge_specifique: ['services.publics', 'services.publics_precisions'],
  frais_a_charge: ['services.frais', 'services.frais_precisions'],
  modalites_acces: ['services.modes_mobilisation'],
  modalites_accompagnement: ['services.modes_accueil', 'services.type'],
  prise_rdv: ['services.lien_mobilisation'],
};

const RENAMED: Partial<Record<SourceFormat, Renamed>> = {
  'standard-v0': FROM_VERSION_0,
  'data-inclusion-v1': FROM_DATA_INCLUSION,
};

/** GeoJSON and open-data platforms put every record under one of these. */
const WRAPPER = /^(?:properties|fields|record\.fields)\./;

/** The fields of a file written in a published vocabulary; nothing when it follows none. */
export function knownFields(profiles: readonly ColumnProfile[]): Mapping['fields'] {
  const wrapper = profiles.map(({ column }) => WRAPPER.exec(column)?.[0] ?? '').find(Boolean) ?? '';
  const inside = new Map(
    profiles
      .filter(({ column }) => column.startsWith(wrapper))
      .map((profile) => [profile.column.slice(wrapper.length), profile]),
  );
  const vocabulary = recogniseVocabulary([...inside.keys()]);
  const fields: Mapping['fields'] = {};
  if (!vocabulary) return fields;
  for (const field of STANDARD_FIELDS) {
    const names = namesOf(field, vocabulary, inside);
    const columns = names.flatMap((name) => inside.get(name) ?? []).filter((one) => mayHold(field, one));
    if (columns.length > 0) fields[field] = toMapping(columns);
  }
  return fields;
}

function namesOf(
  field: StandardField,
  vocabulary: SourceFormat,
  inside: ReadonlyMap<string, ColumnProfile>,
): string[] {
  const names = inside.get('services.nom');
  // Services named by the standard itself say more than themes, which several of them share.
  if (field === 'services' && vocabulary === 'data-inclusion-v1' && names && areServices(names))
    return ['services.nom'];
  return RENAMED[vocabulary]?.[field] ?? [field];
}

const OFFICIAL = new Set(SERVICES.map(fold));

const areServices = ({ cells }: ColumnProfile): boolean =>
  cells.length > 0 && cells.every(({ text }) => splitItems(text).every((item) => OFFICIAL.has(fold(item))));

function mayHold(field: StandardField, profile: ColumnProfile): boolean {
  if (!isEnumeratedField(field)) return contentEvidence(field, profile) > CONTRADICTED;
  return !profile.column.endsWith('_precisions') || isMostlyRead(field, profile);
}

/** Details are free text: they are read where they say more than nothing. */
function isMostlyRead(field: StandardField, { cells }: ColumnProfile): boolean {
  const read = cells.filter(({ text }) => readEnumerationValues(field, text).values.length > 0);
  return 2 * read.length > cells.length;
}

const toMapping = (columns: readonly ColumnProfile[]): FieldMapping => ({
  columns: columns.map(({ column }) => column),
  confidence: KNOWN_CONFIDENCE,
  ...(columns.length > 1 ? { transform: { kind: 'list' as const } } : {}),
});

/** What was proposed by resemblance gives way to what the vocabulary says. */
export function withKnownFields(
  proposed: Pick<Mapping, 'fields' | 'values'>,
  known: Mapping['fields'],
): Pick<Mapping, 'fields' | 'values'> {
  const taken = new Set(Object.values(known).flatMap(({ columns }) => columns));
  const fields = Object.entries(proposed.fields).filter(([, { columns }]) =>
    columns.every((column) => !taken.has(column)),
  );
  const isOpen = ([field]: [string, unknown]): boolean => !(field in known);
  const values = Object.entries(proposed.values)
    .filter(isOpen)
    .map(
      ([field, rules]) =>
        [field, rules.filter(({ columns }) => columns.every((one) => !taken.has(one)))] as const,
    );
  return {
    fields: { ...Object.fromEntries(fields), ...known },
    values: Object.fromEntries(values.filter(([, rules]) => rules.length > 0)),
  };
}
