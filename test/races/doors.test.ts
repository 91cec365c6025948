import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { acceptInvitation } from '../../src/modules/access/actions/accept-invitation.ts';
import { enterAsAdministrator } from '../../src/modules/access/actions/enter-as-administrator.ts';
import { invitePerson } from '../../src/modules/access/actions/invite-person.ts';
import { openAuth } from '../../src/modules/access/actions/open-auth.ts';
import { sealInvitation } from '../../src/modules/access/domain/invitation.ts';
import { createAdminLink } from '../../src/modules/access/index.ts';
import { insertPerson } from '../../src/modules/access/store/people.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { createSigner } from '../../src/platform/signature.ts';
import { describeWithServer } from '../support/server-database.ts';

const secret = 'a secret of the tests, long enough to be one';
const clock = () => new Date('2026-11-23T09:00:00Z');

const depsOf = (db: Database) => ({
  db,
  clock,
  randomBytes: (count: number) => randomBytes(count),
  signer: createSigner(secret),
  publicUrl: '',
  territory: 'Territoire fictif',
});

/** The same press thirty times at once, on three processes. */
const atOnce = <Value>(press: (rank: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: 30 }, (_, rank) => press(rank % 3)));

describeWithServer('on a server', (server) => {
  const open = async () => (await Promise.all([server.open(), server.open(), server.open()])).map(depsOf);

  test('one administrator link pressed thirty times at once opens one session', async () => {
    const deps = await open();
    const token = decodeURIComponent(createAdminLink(deps[0]!).split('jeton=')[1] ?? '');
    const entries = await atOnce((rank) => enterAsAdministrator(token, deps[rank]!));
    expect(entries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(entries.filter((entry) => !entry.ok && entry.refusal.kind === 'link-used')).toHaveLength(29);
  });

  test('one link of an e-mail pressed thirty times at once opens one session', async () => {
    const deps = await open();
    const email = 'ana@invente.example';
    const person = {
      id: 'ana',
      name: 'Ana',
      email,
      lang: 'fr',
      isAdministrator: false,
      at: clock(),
    } as const;
    await insertPerson(deps[0]!.db, person);
    const doors = await Promise.all(deps.map((one) => openAuth({ ...one, secret, oidc: undefined })));
    const token = await doors[0]!.makeSignInToken(email);
    const entries = await atOnce((rank) => doors[rank]!.spendSignInToken(token, new Headers()));
    const [opened, ...others] = entries.filter(({ ok }) => ok);
    expect(others).toEqual([]);
    const cookie = opened!.ok ? opened!.value[0]!.split(';')[0]! : '';
    expect(await doors[1]!.readVisitor(new Headers({ cookie }))).toMatchObject({
      personId: 'ana',
      name: 'Ana',
    });
  });

  test('one invitation accepted thirty times at once makes one person', async () => {
    const deps = await open();
    const inviter = { personId: 'x', name: 'Une personne' };
    const asked = { organisation: null, email: 'bao@invente.example', roles: [], territories: null } as const;
    const invited = await invitePerson({ ...asked, inviter, lang: 'fr' }, deps[0]!);
    const token = sealInvitation(invited.ok ? invited.value.id : '', deps[0]!.signer.sign);
    const answering = { token, visitor: null, name: 'Bao', lang: 'fr' } as const;
    const answers = await atOnce((rank) => acceptInvitation(answering, deps[rank]!));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
