import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { enterAsAdministrator } from '../../src/modules/access/actions/enter-as-administrator.ts';
import { createAdminLink } from '../../src/modules/access/index.ts';
import { createSigner } from '../../src/platform/signature.ts';
import { describeWithServer } from '../support/server-database.ts';

describeWithServer('on a server', (server) => {
  test('one administrator link pressed thirty times at once opens one session', async () => {
    const databases = await Promise.all([server.open(), server.open(), server.open()]);
    const deps = databases.map((db) => ({
      db,
      clock: () => new Date('2026-11-23T09:00:00Z'),
      randomBytes: (count: number) => randomBytes(count),
      signer: createSigner('a secret of the tests, long enough to be one'),
    }));
    const token = decodeURIComponent(createAdminLink(deps[0]!).split('jeton=')[1] ?? '');
    const entries = await Promise.all(
      Array.from({ length: 30 }, (_, rank) => enterAsAdministrator(token, deps[rank % deps.length]!)),
    );
    expect(entries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(entries.filter((entry) => !entry.ok && entry.refusal.kind === 'link-used')).toHaveLength(29);
  });
});
