import { expect, test } from 'vitest';
import { machineId, readEmail, readPhones, readSiret, readWebsite, typologyKinds } from './contact-parts.ts';
import { kindsOf } from './kinds.ts';

test.each([
  ['01 99 00 11 22', ['199001122']],
  ['+33199001122', ['199001122']],
  ['199001122', ['199001122']],
  ['01.99.00.11.22 / 06 99 00 33 44', ['199001122', '699003344']],
  ['01990011220699003344', ['199001122', '699003344']],
  ['01/99/00/11/22', ['199001122']],
  ['+262 2 62 99 11 22', ['262991122']],
  ['00 00 00 00 00', []],
  ['sur rendez-vous', []],
])('« %s » is the phone %j', (text, phones) => {
  expect(readPhones(text)).toEqual(phones);
});

test('an e-mail gives its domain, unless it is a public mail box, and the kind its name tells', () => {
  expect(readEmail('FranceServices@CC-Lance.example')).toMatchObject({
    address: 'franceservices@cc-lance.example',
    domain: 'cc-lance.example',
  });
  expect(kindsOf(readEmail('mediatheque.brumeval@gmail.com')!.kinds)).toEqual(['library']);
  expect(readEmail('mediatheque.brumeval@gmail.com')!.domain).toBe('');
});

test('a masked e-mail is unknown', () => {
  expect(readEmail('ac****l@brumeval.example')).toBeNull();
});

test('a website is its host and its page; a platform that serves everyone is only a page', () => {
  expect(readWebsite('https://www.Brumeval.example/mairie/')).toEqual({
    host: 'brumeval.example',
    page: 'brumeval.example/mairie',
  });
  expect(readWebsite('facebook.com/lespasserelles')).toEqual({
    host: '',
    page: 'facebook.com/lespasserelles',
  });
  expect(readWebsite('https://www.facebook.com/')).toBeNull();
});

test.each([
  ['210 000 123 00012', '21000012300012'],
  ['00000000000000', null],
  ['2100001230001', null],
])('the SIRET « %s » is read as %s', (text, siret) => {
  expect(readSiret(text)).toBe(siret);
});

test('the machine identifier of a record is found inside the identifiers of others', () => {
  expect(machineId('agregateur-0123456789abcdef01234567-lieu')).toBe('0123456789abcdef01234567');
  expect(machineId('dora-5E501EAF-b9c2-4d26-a39d-68e364a96973')).toBe('5e501eaf-b9c2-4d26-a39d-68e364a96973');
  expect(machineId('cd72-0123')).toBeNull();
});

test('a typology tells kinds', () => {
  expect(kindsOf(typologyKinds('CNFS;France Services'))).toEqual(['franceServices']);
  expect(kindsOf(typologyKinds('Opérateur - Service public'))).toEqual([]);
});

test('a number of the Pacific is the same with and without the code of its territory', () => {
  expect(readPhones('+687 25.12.34')).toEqual(readPhones('25 12 34'));
  expect(readPhones('00689 40 12 34 56')).toEqual(readPhones('40 12 34 56'));
  expect(readPhones('+262 262 99 12 34')).toEqual(readPhones('0262 99 12 34'));
});
