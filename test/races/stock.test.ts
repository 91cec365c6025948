import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { issueBooklets, sendBooklets } from '../../src/modules/vouchers/actions/issue-booklets.ts';
import { orderBooklets } from '../../src/modules/vouchers/actions/order-booklets.ts';
import { cancelBooklet } from '../../src/modules/vouchers/actions/return-value.ts';
import { checks } from '../../src/modules/vouchers/checks.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { createScheme, must, REGION, SOCIAL_DESK } from '../support/scheme.ts';
import { describeWithServer } from '../support/server-database.ts';

describeWithServer('the stock of vouchers on a server', (server) => {
  let db: Database;
  beforeEach(async () => {
    await server.empty();
    db = await server.open();
  });

  test('V5 booklets cancelled while their order is issued: each has its value, or is cancelled without', async () => {
    const { programme, deps, next } = await createScheme(db);
    const prescriber = SOCIAL_DESK.organisation;
    for (let round = 0; round < 5; round += 1) {
      const id = next('order');
      must(await orderBooklets({ id, programme, prescriber, quantity: 8 }, REGION, deps));
      const booklets = await db.rows<{ id: string }>(
        sql`select id from vouchers.booklet where order_id = ${id}`,
      );
      await Promise.all([
        issueBooklets(id, REGION, deps).then(() => sendBooklets(id, REGION, deps)),
        ...booklets.map((booklet) =>
          cancelBooklet({ booklet: booklet.id, reason: 'Commande en trop' }, REGION, deps),
        ),
      ]);
    }
    for (const check of checks)
      expect([check.name('fr'), await check.countFaults(db)]).toEqual([check.name('fr'), 0]);
  });
});
