import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress } from './address-parts.ts';

test.each([
  ['17, avenue Vignon Langlade - BP 30 00564 Brumeval', 17, 17, 'vignon langlade'],
  ['2 B RUE D AIGUEMONT', 2, 2, 'aiguemont'],
  ['5-9 Rue des Papetiers', 5, 9, 'papetiers'],
  ['11 - 15 Mail Frédérique Garance', 11, 15, 'frederique garance'],
  ['Château Bétaille, 72, avenue de l’Église romane', 72, 72, 'eglise romane'],
  ['Hôtel de Ville Square Wehrer', 0, 0, 'wehrer'],
  ['60 CD 26 PIERREVAL', 60, 60, 'cd 26 pierreval'],
  ['1 Place du 8 Mai 1945', 1, 1, '8 mai 1945'],
  ['place du Huit mai 1945', 0, 0, '8 mai 1945'],
  ['12 av. du Gal Leclerc', 12, 12, 'general leclerc'],
  ['12aristide', 12, 12, 'aristide'],
  ['LE BOURG\t00123\tBRUMEVAL', 0, 0, 'bourg'],
  ['Washington Road, 427', 427, 427, 'washington'],
  ['704 Washington Rd', 704, 704, 'washington'],
  ['', 0, 0, ''],
])('« %s » is number %i to %i of « %s »', (...[address, number, lastNumber, way]) => {
  expect(readAddress(address)).toEqual({ number, lastNumber, way: way === '' ? [] : way.split(' ') });
});

test('any text has an address, however odd', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { number, lastNumber } = readAddress(text);
      return number >= 0 && lastNumber >= number;
    }),
  );
});
