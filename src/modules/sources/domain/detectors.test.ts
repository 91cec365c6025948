import { describe, expect, test } from 'vitest';
import { SMALL_REFERENCE } from '../../../../test/support/communes.ts';
import { DETECTORS, type Detector, toCell } from './detectors.ts';

const detects = (detector: Detector, text: string): boolean =>
  (DETECTORS[detector] as (cell: ReturnType<typeof toCell>, reference: typeof SMALL_REFERENCE) => boolean)(
    toCell(text),
    SMALL_REFERENCE,
  );

const YES: [Detector, string[]][] = [
  [
    'phone',
    [
      '04 72 00 00 01',
      '+33 4 72 00 00 01',
      '0033472000001',
      '472000001',
      'Tél : 0472000001',
      '27 48 92',
      '04 72 00 00 01 / 06 00 00 00 02',
    ],
  ],
  ['postalCode', ['69500', '1500', '69 500', 'F-69500', '69500.0']],
  ['insee', ['69029', '1004', '98818']],
  ['commune', ['Bron', 'VENISSIEUX', 'st fons', 'Lyon 3ème']],
  ['pivot', ['12345678901234', '123 456 789 01234', 'W691234567', '12345678901234.0']],
  ['email', ['accueil@example.org', 'mailto:Accueil@Example.org']],
  ['url', ['https://example.org/a', 'www.example.org', 'example.org', 'ville.example.fr/ccas']],
  [
    'date',
    [
      '2026-11-03',
      '03/11/2026',
      '3 novembre 2026',
      '2026-11-03T08:12:00Z',
      '1793692800',
      'labellisé le 01/02/2020',
    ],
  ],
  ['latitude', ['45.7344', '-22.2758', '45,7344']],
  [
    'point',
    ['45.7344, 4.9118', 'POINT(4.9118 45.7344)', '[4.9118, 45.7344]', '{"lon": 4.9118, "lat": 45.7344}'],
  ],
  [
    'hours',
    [
      '9h-12h',
      '09:00 - 12:00 / 13:30 - 17:00',
      'Mo-Fr 09:00-12:00',
      'du lundi au vendredi de 9h à 17h',
      'Fermé',
    ],
  ],
  [
    'street',
    ['3 rue des Lilas', '7 bis chemin Vert', 'Place du Marché', '5-9 Rue des Papetiers', 'av. de la Gare'],
  ],
  ['person', ['Mme Exemple', 'Marie Fictive', 'M. Modèle']],
];

const NO: [Detector, string[]][] = [
  ['phone', ['69500', '12345678901234', '2026-11-03', '45.7344', 'sur rendez-vous']],
  ['postalCode', ['99999', '472000001', '69']],
  ['commune', ['Médiathèque', '', '69500', 'Trifouillis']],
  ['url', ['accueil@example.org', 'Oui', 'M. Exemple', '12.5']],
  ['date', ['12-14', '04 72 00 00 01', '9h-12h', '2026']],
  ['latitude', ['45', '4.9118 45.7344', '120.5']],
  ['hours', ['3 rue des Lilas', '2026-11-03', 'Médiathèque']],
  ['street', ['Médiathèque', 'accueil@example.org']],
  ['person', ['Médiathèque des Cerisiers', '12 rue Marie']],
];

describe('the type of a cell', () => {
  test.each(YES.flatMap(([detector, texts]) => texts.map((text) => [detector, text] as const)))(
    'is %s for « %s »',
    (detector, text) => {
      expect(detects(detector, text)).toBe(true);
    },
  );

  test.each(NO.flatMap(([detector, texts]) => texts.map((text) => [detector, text] as const)))(
    'is not %s for « %s »',
    (detector, text) => {
      expect(detects(detector, text)).toBe(false);
    },
  );
});
