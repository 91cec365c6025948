import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';

test('addresses of the Internet are public', () => {
  const addresses = ['8.8.8.8', '172.32.0.1', '100.128.0.1', '193.252.1.1', '2a01:e0a::1', '2606:4700::1111'];
  expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([]);
});

test('loopback, private, link-local, shared and reserved addresses are not public', () => {
  const addresses = [
    '127.0.0.1',
    '127.255.255.255',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'fc00::1',
    'ff02::1',
  ];
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test('a private IPv4 address inside an IPv6 one is not public', () => {
  const addresses = [
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ];
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test('what is not an address is not public', () => {
  expect(['', 'localhost', '1.2.3', '999.1.1.1'].filter(isPublicAddress)).toEqual([]);
});
