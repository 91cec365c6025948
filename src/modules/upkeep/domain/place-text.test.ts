import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeText } from './place-text.ts';

const PAGE = 'https://annuaire.example/lieux/0123456789';

test('a place holds in one text message: name, telephone, street, page', () => {
  const fields = {
    name: 'Espace numérique de l’Œuvre',
    phones: ['+33199001122'],
    address: '12 rue du Bûcher',
    postalCode: '69500',
    commune: 'Bron',
  };
  expect(placeText(fields, PAGE)).toBe(
    `Espace numérique de l'OEuvre\n01 99 00 11 22\n12 rue du Bucher, 69500 Bron\n${PAGE}`,
  );
});

test('whatever the place, one message of 160 plain characters at most', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 100 });
  const anyFields = fc.record({ name: anyText, address: anyText, commune: anyText }, { requiredKeys: [] });
  fc.assert(
    fc.property(anyFields, (fields) => {
      const text = placeText(fields, PAGE);
      return (
        text.length <= 160 &&
        /^[A-Za-z0-9@£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà \n!"#%&'()*+,\-./:;<=>?¡]*$/.test(text)
      );
    }),
  );
});
