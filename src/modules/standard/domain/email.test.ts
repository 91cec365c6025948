import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEmails } from '../index.ts';

const emailsOf = (text: string) => parseEmails(text).emails;

test('an address is written in small letters, without the spaces around it', () => {
  expect(parseEmails(' Accueil@Exemple.FR ')).toEqual({
    emails: ['accueil@exemple.fr'],
    invalid: [],
    repaired: false,
  });
});

test('several addresses may stand in one cell, between any marks', () => {
  for (const between of [' ou ', ' / ', ';', ', ', ' - ', '\n', ' ']) {
    expect(emailsOf(`a@exemple.fr${between}b@exemple.fr`)).toEqual(['a@exemple.fr', 'b@exemple.fr']);
  }
});

describe('repairs', () => {
  const mended = ['mediatheque@exemple.fr'];
  test.each([
    'médiathèque@exemple.fr',
    'mediatheque@@exemple.fr',
    'mediatheque [at] exemple.fr',
    'mediatheque(a)exemple.fr',
    'mediatheque@exemple,fr',
    'courriel : mediatheque@exemple.fr',
    'mediatheque@exemple.fr%A0',
    '<a href="mailto:mediatheque@exemple.fr">mediatheque@exemple.fr</a>',
  ])('%s is understood', (text) => {
    expect(emailsOf(text)).toEqual(mended);
  });

  test('a repair is said', () => {
    expect(parseEmails('mediatheque@exemple,gouv,fr')).toMatchObject({
      emails: ['mediatheque@exemple.gouv.fr'],
      repaired: true,
    });
  });
});

describe('refusals', () => {
  test.each([
    'mediatheque@exemple',
    'mediatheque@exemple.f',
    'www.exemple.fr',
    'maison des services@exemple.fr'.replace('maison ', ''),
    'm***e.durand@exemple.fr',
    'mediatheque@ville exemple.fr',
  ])('%s is no address, and nothing is made of its pieces', (text) => {
    expect(parseEmails(text)).toEqual({ emails: [], invalid: [text], repaired: false });
  });

  test('a lone mark is an absent address', () => {
    expect(parseEmails('@')).toEqual({ emails: [], invalid: [], repaired: false });
  });
});

const emailLike = fc
  .array(
    fc.constantFrom('a', 'b.c', '@', '.', 'fr', 'exemple.fr', ' ', ',', '[at]', 'é', '-', '*', ';', 'ou'),
  )
  .map((pieces) => pieces.join(''));

test('every text gets an answer, and accepted addresses are read as themselves', () => {
  fc.assert(
    fc.property(fc.oneof(emailLike, fc.string({ unit: 'grapheme' }), fc.emailAddress()), (text) => {
      const { emails } = parseEmails(text);
      const again = parseEmails(emails.join('|'));
      return JSON.stringify(again.emails) === JSON.stringify(emails) && !again.repaired;
    }),
  );
});
