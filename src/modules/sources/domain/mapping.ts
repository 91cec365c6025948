import type { StandardField } from '../../standard/index.ts';

/** How the columns of one source become fields of the national standard. Kept, versioned, per source; edited by people. */
export interface Mapping {
  fields: Partial<Record<StandardField, FieldMapping>>;
  /** How texts become values of the standard's enumerations, per field. */
  values: Partial<Record<StandardField, ValueRule[]>>;
  /** Columns that nothing uses. */
  unmapped: string[];
}

export interface FieldMapping {
  /** The columns read, best first. Nested JSON columns are written with dots. */
  columns: string[];
  /** 0–1: the share of cases in which such a proposal is right. 1 once a person agreed. */
  confidence: number;
  /** Absent: a list takes every column, a single value the first column that is not empty. */
  transform?: Transform;
}

export type Transform =
  /** The first non-empty column wins (fixed line, else mobile). */
  | { kind: 'first' }
  /** Non-empty columns joined in this order: house number, then street. */
  | { kind: 'join'; order: string[]; separator: string }
  /** All values of all columns, as a list. */
  | { kind: 'list' }
  /** One column per weekday, or per half-day. Keys are OSM days. */
  | { kind: 'weekdays'; days: Partial<Record<Weekday, string[]>> }
  /** A part of a column that holds several things: « 8 rue X - 33000 Bordeaux », « 42.35, 9.04 ». */
  | { kind: 'part'; part: AddressPart | 'latitude' | 'longitude' | 'phone' | 'email' }
  /** Coordinates in metres; `x` and `y` are columns. */
  | { kind: 'lambert-93'; x: string; y: string }
  /** No column: the same value for the whole source (`date_maj` = date of the file). */
  | { kind: 'constant'; value: string };

type AddressPart = 'street' | 'postal-code' | 'commune';

export type Weekday = 'Mo' | 'Tu' | 'We' | 'Th' | 'Fr' | 'Sa' | 'Su';

export interface ValueRule {
  /** None: the value holds for the whole source. */
  columns: string[];
  /**
   * Folded texts that trigger the rule when the cell, or one item of its list, contains them; absent: any cell
   * that is not empty and does not say no (« non », « 0 »). A text of at most three characters (« CAF », « oui ») must be a word of its own.
   */
  terms?: string[];
  /** Folded texts that prevent it. */
  except?: string[];
  /** The exact value of the standard's enumeration. */
  value: string;
}
