import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { checks } from '../../src/modules/vouchers/checks.ts';
import { type Answer, answerOf } from './answers.ts';
import type { Partners } from './running-programme.ts';
import { type SignedIn, signedIn } from './signed-in.ts';
import { openWholeApp, type WholeApp } from './whole-app.ts';

export interface MoneyDesk {
  whole: WholeApp;
  partners: Partners;
  manager: SignedIn;
  approver: SignedIn;
  /** A page of the programmes of the manager's organisation, or a form sent to it, by someone. */
  ask: (who: SignedIn, path: string, form?: Record<string, string>) => Promise<Answer>;
  close: () => Promise<void>;
}

/** Invented. */
const NAMES = { funder: 'Exemple financeur', referrer: 'Exemple prescripteur', place: 'Exemple structure' };

/** The whole program, with invented people of every role around programmes; each typed the code of their telephone. */
export async function openMoneyDesk(names = NAMES): Promise<MoneyDesk> {
  const whole = await openWholeApp();
  const manager = await signedIn(whole, {
    organisation: { kind: 'collectivite', name: 'Région Exemple' },
    roles: ['programme-manager'],
    name: 'Ana',
  });
  const { organisationId: organisation } = manager;
  const approver = await signedIn(whole, { organisation, roles: ['payment-approver'], name: 'Bao' });
  const arrive = (
    kind: 'financeur' | 'prescripteur' | 'structure',
    name: string,
    role: 'funder' | 'referrer' | 'place-manager',
  ) => signedIn(whole, { organisation: { kind, name }, roles: [role], name: 'Chloé' });
  const partners = {
    manager,
    funder: await arrive('financeur', names.funder, 'funder'),
    referrer: await arrive('prescripteur', names.referrer, 'referrer'),
    place: await arrive('structure', names.place, 'place-manager'),
  };
  // Access has its own tests of it.
  await whole.db.rows(sql`update access.session set second_factor_at = now()`);
  return {
    whole,
    partners,
    manager,
    approver,
    ask: ({ cookie }, path, form) =>
      answerOf(whole, `/espace/${organisation}/pass/programmes/${path}`, { cookie, form }),
    close: async () => {
      // V5: nothing of all this made or lost a cent.
      for (const check of checks)
        expect([check.name('fr'), await check.countFaults(whole.db)]).toEqual([check.name('fr'), 0]);
      await whole.db.close();
    },
  };
}
