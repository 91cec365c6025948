import { describe, expect, test } from 'vitest';
import { createSigner } from '../../../platform/signature.ts';
import { openAddress, sealAddress } from './address-pass.ts';
import { readFilter } from './audit-filter.ts';
import { deviceOf } from './device.ts';
import { parseEmail } from './email.ts';
import { openInvitation, sealInvitation } from './invitation.ts';
import { returnPath } from './return-path.ts';
import { parseTerritories } from './territory.ts';

const { sign, open } = createSigner('a secret of the tests, long enough to be one');
const other = createSigner('another secret of the tests, as long as the first');
const now = new Date('2026-11-28T09:00:00Z');

describe('an address to come back to', () => {
  test('is a page of ours behind a door', () => {
    for (const path of ['/espace/abc/pass?fait=oui', '/gestion', '/compte/code?retour=/espace'])
      expect(returnPath(path)).toBe(path);
  });

  test('is never another site, whatever it looks like', () => {
    const hostile = [
      'https://autre.example/espace',
      '//autre.example',
      '/\\autre.example',
      '/espace\\..\\x',
      '/espacement',
    ];
    for (const path of [...hostile, '/espace\n', '', undefined]) expect(returnPath(path)).toBe('/espace');
  });
});

describe('signed links', () => {
  const id = '0123456789abcdef01234567';

  test('of an invitation open that one, when they are ours', () => {
    expect(openInvitation(sealInvitation(id, sign), open)).toBe(id);
    for (const token of ['', id, `${id}-`, `${id}-x`, sealInvitation(id, other.sign)])
      expect(openInvitation(token, open)).toBeNull();
  });

  test('of an address name one person and one address, for a day', () => {
    const pass = { personId: 'p', email: 'ana@invente.example', expiresAt: new Date('2026-11-28T10:00:00Z') };
    expect(openAddress(sealAddress(pass, sign), open, now)).toEqual(pass);
    expect(openAddress(sealAddress(pass, sign), open, pass.expiresAt)).toBeNull();
    expect(openAddress(sealInvitation(id, sign), open, now)).toBeNull();
    expect(openAddress(sealAddress(pass, other.sign), open, now)).toBeNull();
  });
});

test('an e-mail address is compared as mailboxes do', () => {
  expect(parseEmail('  Ana.B@Invente.Example ')).toBe('ana.b@invente.example');
  for (const none of [
    '',
    'ana',
    'ana@',
    'a@b',
    `${'a'.repeat(250)}@invente.example`,
    'a@b.example, c@d.example',
  ])
    expect(parseEmail(none)).toBeNull();
});

test('T5: territories are official codes as text, Corsica and overseas included', () => {
  const typed = { commune: '69123, 2a004', departement: '69;2B 974', region: '84' };
  expect(parseTerritories(typed)).toEqual({
    ok: true,
    value: [
      'commune:69123',
      'commune:2A004',
      'departement:69',
      'departement:2B',
      'departement:974',
      'region:84',
    ],
  });
  expect(parseTerritories({ commune: '', departement: '', region: 'Rhône' })).toEqual({
    ok: false,
    refusal: { kind: 'region', code: 'RHÔNE' },
  });
});

test('a device is known by two words, and nothing more of it is kept', () => {
  const known = {
    'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0': 'Firefox, Android',
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0': 'Edge, Windows',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Safari/604.1':
      'Safari, iPhone',
    'curl/8.5': '',
  };
  for (const [agent, device] of Object.entries(known)) expect(deviceOf(agent)).toBe(device);
});

test('what is asked of the journal is a number or a day; the rest asks nothing', () => {
  const said: Record<string, string> = {
    personne: 'abc',
    du: '2026-11-28',
    au: '2026-13-40',
    objet: "' or 1=1",
  };
  expect(readFilter((name) => said[name])).toEqual({
    personId: 'abc',
    organisationId: '',
    action: '',
    subjectId: '',
    from: '2026-11-28',
    until: '',
  });
});
