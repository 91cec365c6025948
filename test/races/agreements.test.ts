import { beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../src/kernel/dates.ts';
import { decideAgreement, requestAgreement } from '../../src/modules/vouchers/actions/agreements.ts';
import { readAgreement } from '../../src/modules/vouchers/store/places.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { createScheme, must, REGION, siretOf, TULIPE } from '../support/scheme.ts';
import { describeWithServer } from '../support/server-database.ts';

const ROUNDS = 12;
const AGREE = { verdict: 'agree', startsOn: '2026-01-01' as LocalDate, endsOn: null } as const;
const REFUSE = { verdict: 'refuse', reason: 'Hors du territoire' } as const;

describeWithServer('agreements on a server', (server) => {
  let db: Database;
  beforeEach(async () => {
    await server.empty();
    db = await server.open();
  });

  const openRequest = async () => {
    const { programme, deps } = await createScheme(db, { places: [] });
    const structure = TULIPE.organisation;
    const asked = { programme, siret: siretOf(TULIPE), codeInsee: '69123', label: null };
    const ask = () => requestAgreement(asked, TULIPE, { ...deps, territoriesOf: () => ['commune:69123'] });
    must(await ask());
    const decide = (decision: typeof AGREE | typeof REFUSE) =>
      decideAgreement({ programme, structure, decision }, REGION, deps);
    const state = async () => (await readAgreement(db, { programme, structure }))!.state;
    return { ask, decide, state };
  };

  test('V4 a place that asks again while it is agreed to stays agreed to', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ask, decide, state } = await openRequest();
      const [agreed] = await Promise.all([decide(AGREE), ask()]);
      must(agreed);
      expect(await state()).toBe('active');
    }
  });

  test('V4 of two people who decide at once, one is told that it is decided', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { decide, state } = await openRequest();
      const [agreed, refused] = await Promise.all([decide(AGREE), decide(REFUSE)]);
      // Refused first, it can still be agreed to; agreed to first, it can only be ended.
      expect(agreed.ok).toBe(true);
      expect(await state()).toBe('active');
      if (!refused.ok) expect(refused.refusal.kind).toBe('already-decided');
    }
  });
});
