import type { PublishedPlace } from '../../directory/index.ts';
import type { LossTally } from '../domain/loss-report.ts';
import { type InclusionPlace, type InclusionSettings, toDataInclusion } from './data-inclusion.ts';
import { toFeature } from './geojson.ts';
import { toStandard } from './national-standard.ts';
import { csvHeader, csvLine } from './standard-csv.ts';
import type { StandardRecord } from './standard-record.ts';

export const FORMAT_NAMES = ['standard-json', 'standard-csv', 'geojson', 'data-inclusion', 'ndjson'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export const isFormatName = (text: string): text is FormatName =>
  (FORMAT_NAMES as readonly string[]).includes(text);

export interface Format {
  /** Name of the file under `/donnees-ouvertes/`. */
  fileName: string;
  mediaType: string;
  /** The file in pieces, each ended by a line feed: a million places never need one giant string. */
  write(input: FormatInput): Generator<string>;
}

interface FormatInput {
  places: readonly PublishedPlace[];
  settings: InclusionSettings;
  tally: LossTally;
}

export const FORMATS: Record<FormatName, Format> = {
  'standard-json': {
    fileName: 'lieux.json',
    mediaType: 'application/json; charset=utf-8',
    *write(input) {
      yield* jsonArray('[', standardRecords(input), ']\n');
    },
  },
  'standard-csv': {
    fileName: 'lieux.csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    *write(input) {
      yield csvHeader();
      for (const record of standardRecords(input)) yield csvLine(record);
    },
  },
  geojson: {
    fileName: 'lieux.geojson',
    mediaType: 'application/geo+json',
    *write(input) {
      const features = mapped(standardRecords(input), toFeature);
      yield* jsonArray('{"type":"FeatureCollection","features":[', features, ']}\n');
    },
  },
  ndjson: {
    fileName: 'lieux.ndjson',
    mediaType: 'application/x-ndjson; charset=utf-8',
    *write(input) {
      for (const record of standardRecords(input)) yield `${JSON.stringify(record)}\n`;
    },
  },
  'data-inclusion': {
    fileName: 'data-inclusion.json',
    mediaType: 'application/json; charset=utf-8',
    *write(input) {
      const structures = mapped(inclusionPlaces(input), ({ structure }) => structure);
      yield* jsonArray('{"structures":[', structures, '],\n');
      // A second walk rather than keeping every service in memory; only the first one counts the losses.
      const uncounted = { ...input, tally: null };
      yield* jsonArray('"services":[', servicesOf(uncounted), ']}\n');
    },
  },
};

type UncountedInput = Omit<FormatInput, 'tally'> & { tally: LossTally | null };

function* standardRecords({ places, settings, tally }: FormatInput): Generator<StandardRecord> {
  for (const place of places) {
    const result = toStandard(place, settings.communes);
    if (result.ok) {
      tally.countExported(result.value.losses);
      yield result.value.record;
    } else tally.countLeftOut(result.refusal);
  }
}

function* inclusionPlaces({ places, settings, tally }: UncountedInput): Generator<InclusionPlace> {
  for (const place of places) {
    const result = toDataInclusion(place, settings);
    if (result.ok) {
      tally?.countExported(result.value.losses);
      yield result.value;
    } else tally?.countLeftOut(result.refusal);
  }
}

function* servicesOf(input: UncountedInput): Generator<object> {
  for (const { services } of inclusionPlaces(input)) yield* services;
}

function* mapped<From, To>(values: Iterable<From>, change: (value: From) => To): Generator<To> {
  for (const value of values) yield change(value);
}

/** One element per line, so that two editions of a file can be compared line by line. */
function* jsonArray(open: string, elements: Iterable<object>, close: string): Generator<string> {
  yield `${open}\n`;
  let previous: string | null = null;
  for (const element of elements) {
    if (previous !== null) yield `${previous},\n`;
    previous = JSON.stringify(element);
  }
  if (previous !== null) yield `${previous}\n`;
  yield close;
}
