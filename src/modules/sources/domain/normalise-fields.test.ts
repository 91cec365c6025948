import { describe, expect, test } from 'vitest';
import {
  about,
  CONTEXT,
  column,
  normalise,
  STANDARD_MAPPING,
} from '../../../../test/support/normalised-rows.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import type { Mapping } from './mapping.ts';
import { normaliseRow } from './normalise.ts';

describe('texts', () => {
  test('a record without a name is rejected', () => {
    const result = normalise({ nom: '' });
    expect(result.rejected).toBe('missing-name');
    expect(about('nom', result)).toMatchObject([{ reason: 'missing-name', column: 'nom' }]);
  });

  test('markup is removed, and said', () => {
    const result = normalise({ presentation_detail: '<p>Aide aux <b>démarches</b></p>' });
    expect(result.fields.description).toBe('Aide aux démarches');
    expect(about('presentation_detail', result)).toMatchObject([{ reason: 'html-removed' }]);
  });

  test('spaces around a text are no repair', () => {
    const result = normalise({ nom: '  Médiathèque   des Cerisiers ' });
    expect(result.fields.name).toBe('Médiathèque des Cerisiers');
    expect(about('nom', result)).toEqual([]);
  });

  test('a summary too long for the standard is cut, and the whole stays as description', () => {
    const long = 'Un lieu pour apprendre. '.repeat(20).trim();
    const result = normalise({ presentation_resume: long });
    expect([...(result.fields.summary ?? '')].length).toBeLessThanOrEqual(280);
    expect(result.fields.description).toBe(long);
    expect(about('presentation_resume', result)).toMatchObject([{ reason: 'summary-shortened' }]);
  });

  test('words that say « nothing here » are no value', () => {
    const result = normalise({ complement_adresse: 'NULL', presentation_detail: '-' });
    expect(result.fields.addressDetail).toBeUndefined();
    expect(result.fields.description).toBeUndefined();
    expect([...about('complement_adresse', result), ...about('presentation_detail', result)]).toEqual([]);
  });
});

describe('contacts, hours and identifiers', () => {
  test('phones of several columns are all kept, best first', () => {
    const mapping: Mapping = {
      ...STANDARD_MAPPING,
      fields: { ...STANDARD_MAPPING.fields, telephone: { columns: ['fixe', 'mobile'], confidence: 1 } },
    };
    const cells = { nom: 'Mairie', commune: 'Bron', fixe: '04 72 00 00 01', mobile: '06 00 00 00 02' };
    const { fields } = normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT);
    expect(fields.phones).toEqual(['+33472000001', '+33600000002']);
  });

  test('a number that misses digits is refused', () => {
    const result = normalise({ telephone: '0465710' });
    expect(result.fields.phones).toBeUndefined();
    expect(about('telephone', result)).toMatchObject([{ value: '0465710', reason: 'phone-invalid' }]);
  });

  test('a short number is real, but no field can hold it', () => {
    expect(about('telephone', normalise({ telephone: '3949' }))).toMatchObject([
      { reason: 'phone-short-number' },
    ]);
  });

  test('e-mails and sites that are none are refused one by one', () => {
    const result = normalise({ courriels: 'accueil.example.org', site_web: 'pas de site' });
    expect(about('courriels', result)).toMatchObject([{ reason: 'email-invalid' }]);
    expect(about('site_web', result)[0]).toMatchObject({ decision: 'refused', reason: 'url-invalid' });
  });

  test('each day of the week that cannot be read names its column', () => {
    const mapping: Mapping = {
      ...STANDARD_MAPPING,
      fields: {
        ...STANDARD_MAPPING.fields,
        horaires: {
          columns: ['lun', 'mer'],
          confidence: 1,
          transform: { kind: 'weekdays', days: { Mo: ['lun'], We: ['mer'] } },
        },
      },
    };
    const cells = { nom: 'Mairie', commune: 'Bron', lun: '9h-12h', mer: 'voir affiche' };
    const result = normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT);
    expect(result.fields.openingHours).toBe('Mo 09:00-12:00');
    expect(about('horaires', result)).toMatchObject([{ column: 'mer', value: 'voir affiche' }]);
  });

  test('opening and closing times in columns of their own are paired', () => {
    const days = { Mo: ['ouvre', 'ferme'] };
    const mapping: Mapping = {
      ...STANDARD_MAPPING,
      fields: {
        ...STANDARD_MAPPING.fields,
        horaires: { columns: ['ouvre', 'ferme'], confidence: 1, transform: { kind: 'weekdays', days } },
      },
    };
    const cells = { nom: 'Mairie', commune: 'Bron', ouvre: '08:30', ferme: '16:30' };
    const result = normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT);
    expect(result.fields.openingHours).toBe('Mo 08:30-16:30');
  });

  test('a date of tomorrow is refused, and the date of the file stands in', () => {
    const all = { nom: 'Mairie', commune: 'Bron', date_maj: '2027-01-01' };
    const fileDate = '2026-10-01' as LocalDate;
    const result = normaliseRow({ position: 1, cells: all, raw: all }, STANDARD_MAPPING, {
      ...CONTEXT,
      fileDate,
    });
    expect(result.fields.updatedOn).toBe(fileDate);
    expect(about('date_maj', result)).toMatchObject([{ reason: 'date-in-future' }]);
  });

  test.each([
    ['00000000000000', 'siret-unknown'],
    ['12345678901234', 'siret-invalid'],
    ['123456789', 'siret-invalid'],
    ['2,17604E+13', 'siret-truncated'],
  ])('the SIRET %s is refused', (written, reason) => {
    const result = normalise({ pivot: written });
    expect(result.fields.pivot).toBeUndefined();
    expect(about('pivot', result)).toMatchObject([{ decision: 'refused', reason }]);
  });

  test('nine digits are a RIDET in New Caledonia only', () => {
    expect(normalise({ commune: 'Nouméa', pivot: '0123456001' }).fields.pivot).toBe('0123456001');
    expect(normalise({ commune: 'Bron', pivot: '0123456001' }).fields.pivot).toBeUndefined();
  });
});

describe('values of closed lists', () => {
  const fees = (rules: Mapping['values']['frais_a_charge']): Mapping => ({
    ...STANDARD_MAPPING,
    values: { frais_a_charge: rules ?? [] },
  });

  test('are kept in the order of the standard, each once', () => {
    const { fields } = normalise({ publics_specifiquement_adresses: 'Seniors|Jeunes|Seniors' });
    expect(fields.audiences).toEqual(['Jeunes', 'Seniors']);
  });

  test('that nothing knows are reported item by item', () => {
    const result = normalise({ publics_specifiquement_adresses: 'Jeunes|Licornes' });
    expect(result.fields.audiences).toEqual(['Jeunes']);
    expect(about('publics_specifiquement_adresses', result)).toMatchObject([
      { value: 'Licornes', decision: 'refused', reason: 'value-unknown' },
    ]);
  });

  test('follow the rules of the mapping first', () => {
    const mapping = fees([{ columns: ['frais_a_charge'], terms: ['libre participation'], value: 'Gratuit' }]);
    const result = normalise({ frais_a_charge: 'Libre participation' }, mapping);
    expect(result.fields.fees).toEqual(['Gratuit']);
    expect(about('frais_a_charge', result)).toEqual([]);
  });

  test('hold for the whole source when a rule names no column', () => {
    expect(normalise({}, fees([{ columns: [], value: 'Gratuit' }])).fields.fees).toEqual(['Gratuit']);
  });

  test('of a rule without terms need a cell that says yes', () => {
    const mapping = fees([{ columns: ['places_gratuites'], value: 'Gratuit' }]);
    const withCell = (text: string) => {
      const cells = { nom: 'Mairie', commune: 'Bron', places_gratuites: text };
      return normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT).fields.fees;
    };
    expect(withCell('4')).toEqual(['Gratuit']);
    expect(withCell('0')).toBeUndefined();
    expect(withCell('Non')).toBeUndefined();
  });

  test('that another use of the column understands are not reported', () => {
    const mapping: Mapping = {
      ...STANDARD_MAPPING,
      fields: {
        ...STANDARD_MAPPING.fields,
        services: column('offre'),
        modalites_accompagnement: column('offre'),
        typologie: column('genre'),
        presentation_detail: column('genre'),
      },
    };
    const cells = {
      nom: 'Mairie',
      commune: 'Bron',
      offre: 'Imprimante|À distance|Licornes',
      genre: 'Manège',
    };
    const result = normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT);
    expect(result.fields).toMatchObject({
      services: ['Accès internet et matériel informatique'],
      supportModes: ['À distance'],
      description: 'Manège',
    });
    expect(about('services', result)).toMatchObject([{ value: 'Licornes' }]);
    expect(about('typologie', result)).toEqual([]);
  });

  test('say by the name of their column that the Pass numérique is accepted', () => {
    const mapping = fees([{ columns: ['pass_numerique'], value: 'Gratuit sous condition' }]);
    const withCell = (text: string) => {
      const cells = { nom: 'Mairie', commune: 'Bron', pass_numerique: text };
      return normaliseRow({ position: 1, cells, raw: cells }, mapping, CONTEXT).fields;
    };
    expect(withCell('oui').acceptsPassNumerique).toBe(true);
    expect(withCell('non').acceptsPassNumerique).toBeUndefined();
  });

  test('say when the Pass numérique is accepted, which the standard no longer lists', () => {
    const result = normalise({ frais_a_charge: 'Payant|Accepte le Pass numérique' });
    expect(result.fields).toMatchObject({ fees: ['Payant'], acceptsPassNumerique: true });
  });
});
