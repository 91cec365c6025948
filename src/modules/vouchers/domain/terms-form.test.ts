import { beforeAll, describe, expect, test } from 'vitest';
import { allCommunes } from '../../../../test/support/catalogue.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import { refuse } from '../../../kernel/result.ts';
import type { CommuneReference } from '../../standard/index.ts';
import { PRESETS } from './programme.ts';
import { readTermsForm, type TermsForm, termsToForm } from './terms-form.ts';
import { areasOf, territoriesOf } from './territory.ts';

const TODAY = '2026-11-24' as LocalDate;

describe('the terms of a programme, as they are typed', () => {
  let communes: CommuneReference;
  beforeAll(() => {
    communes = allCommunes();
  });

  const read = (changes: Partial<TermsForm>) => {
    const partners = { prescribers: new Set(['o-accueil']), structures: new Set(['o-mimosa']) };
    return readTermsForm(
      { ...termsToForm(PRESETS['rhone-alpes-2012']), ...changes },
      { today: TODAY, communes, partners },
    );
  };
  const faultsOf = (changes: Partial<TermsForm>) => {
    const result = read(changes);
    return result.ok ? [] : result.refusal.map(({ field, kind }) => `${field} ${kind}`);
  };

  test.each(Object.entries(PRESETS))('V1 what is shown of « %s » is read back the same', (_, terms) => {
    const partners = { prescribers: new Set<string>(), structures: new Set<string>() };
    const again = readTermsForm(termsToForm(terms), { today: TODAY, communes, partners });
    expect(again).toEqual({ ok: true, value: terms });
  });

  test('V1 another territory, other amounts, other dates', () => {
    const result = read({
      commune: '69123, 69266',
      departement: '69',
      region: '84',
      passEuros: '12,50 €',
      bonusEuros: '',
      validity: 'until',
      until: '2027-06-30',
      themes: 'Emploi\r\n\r\n  Vie   quotidienne \nEmploi',
      prescribers: ['o-accueil'],
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        passCents: 1250n,
        bonusCents: 0n,
        validity: { until: '2027-06-30' },
        territory: ['commune:69123', 'commune:69266', 'departement:69', 'region:84'],
        themes: ['Emploi', 'Vie quotidienne'],
        prescribers: ['o-accueil'],
      },
    });
  });

  test('all that is wrong is told at once', () => {
    expect(
      faultsOf({
        unit: '',
        passEuros: '0',
        passesPerBooklet: 'dix',
        months: '61',
        graceDays: '-1',
        epci: '69',
        structures: ['o-inconnue'],
        bankDelayDays: '',
      }),
    ).toEqual([
      'unit choice-missing',
      'passEuros amount-wrong',
      'passesPerBooklet number-wrong',
      'months number-wrong',
      'graceDays number-wrong',
      'epci area-unknown',
      'structures partner-unknown',
      'bankDelayDays number-wrong',
    ]);
  });

  test('a last day that is past would give out passes that no place accepts', () => {
    expect(faultsOf({ validity: 'until', until: '2026-11-23' })).toEqual(['until day-past']);
    expect(faultsOf({ validity: 'until', until: '30/06/2027' })).toEqual(['until day-wrong']);
  });

  test('V4 84 is a département and a region: a place of one is not a place of the other', () => {
    const avignon = communes.byInsee('84007')!;
    const lyon = communes.byInsee('69123')!;
    expect(areasOf(avignon)).toContain('departement:84');
    expect(areasOf(lyon)).toEqual(expect.arrayContaining(['region:84', 'departement:69', 'epci:200046977']));
    expect(areasOf(lyon)).not.toContain('departement:84');
    expect(territoriesOf(communes)('00000')).toBeNull();
    expect(read({ commune: '99999' })).toEqual(
      refuse([{ field: 'commune', kind: 'area-unknown', code: '99999' }]),
    );
  });
});
