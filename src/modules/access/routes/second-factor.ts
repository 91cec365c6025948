import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import {
  type CodeRefusal,
  confirmEnrolment,
  describeEnrolment,
  forgetSecondFactor,
  proveSecondFactor,
  renewBackupCodes,
  startEnrolment,
} from '../actions/second-factor.ts';
import { returnPath } from '../domain/return-path.ts';
import { isProven, provenUntil } from '../domain/second-factor.ts';
import type { Visitor } from '../domain/visitor.ts';
import { backupCodesPage, type FactorState, secondFactorPage } from '../pages/second-factor.tsx';
import { findSecondFactor } from '../store/second-factors.ts';
import { signedInOnly } from './signed-in-only.ts';
import type { Access } from './visitors.ts';

const PATH = '/compte/code';

/** The code of a telephone: asked of those who touch money, open to anyone signed in. */
export function mountSecondFactor(app: WebApp, access: Access): void {
  app.get(
    PATH,
    signedInOnly((c, visitor) => {
      const back = returnPath(c.req.query('retour'));
      // Only pages of organisations lead here by themselves.
      return showFactor(c, access, { visitor, back, isNeeded: back.startsWith('/espace/') });
    }),
  );
  app.post(
    `${PATH}/preparer`,
    signedInOnly(async (c, { personId, isProven: isOwn }) => {
      const { retour } = await c.req.parseBody();
      if (isOwn) await startEnrolment(personId, access);
      return c.redirect(`${PATH}?${new URLSearchParams({ retour: returnPath(String(retour ?? '')) })}`, 303);
    }),
  );
  app.post(
    `${PATH}/premier`,
    signedInOnly(async (c, visitor) => {
      const { typed, back } = await readCode(c);
      const confirmed = await confirmEnrolment({ ...visitor, typed }, access);
      if (!confirmed.ok) return showFactor(c, access, { visitor, back, refusal: confirmed.refusal });
      return c.html(backupCodesPage(c.get('view'), { codes: confirmed.value.backupCodes, back }));
    }),
  );
  app.post(
    PATH,
    signedInOnly(async (c, visitor) => {
      const { typed, back } = await readCode(c);
      const proven = await proveSecondFactor({ ...visitor, typed }, access);
      return proven.ok
        ? c.redirect(back, 303)
        : showFactor(c, access, { visitor, back, refusal: proven.refusal });
    }),
  );
  mountChanges(app, access);
}

/** What only a session that typed a code may do to the telephone and its codes. */
function mountChanges(app: WebApp, access: Access): void {
  app.post(
    `${PATH}/papier`,
    signedInOnly(async (c, { personId, secondFactorAt }) => {
      if (!isProven(secondFactorAt, access.clock())) return c.redirect(PATH, 303);
      const codes = await renewBackupCodes(personId, access);
      return c.html(backupCodesPage(c.get('view'), { codes, back: '/compte' }));
    }),
  );
  app.post(
    `${PATH}/changer`,
    signedInOnly(async (c, doer) => {
      if (isProven(doer.secondFactorAt, access.clock()))
        await forgetSecondFactor({ doer, personId: doer.personId }, access);
      return c.redirect(PATH, 303);
    }),
  );
}

async function readCode(c: Context<WebEnv>): Promise<{ typed: string; back: string }> {
  const { code, retour } = await c.req.parseBody();
  return { typed: String(code ?? ''), back: returnPath(String(retour ?? '')) };
}

async function showFactor(
  c: Context<WebEnv>,
  access: Access,
  showing: { visitor: Visitor; back: string; isNeeded?: boolean; refusal?: CodeRefusal },
): Promise<Response> {
  const { visitor, back, isNeeded = false, refusal = null } = showing;
  const state = await stateOf(visitor, access);
  return c.html(secondFactorPage(c.get('view'), { state, back, isNeeded, refusal }), refusal ? 422 : 200);
}

async function stateOf(visitor: Visitor, access: Access): Promise<FactorState> {
  if (!visitor.isProven) return { kind: 'unproven', email: visitor.email ?? '' };
  const factor = await findSecondFactor(access.db, visitor.personId);
  if (!factor) return { kind: 'none' };
  if (!factor.confirmedAt) {
    const account = visitor.email ?? visitor.name;
    return { kind: 'enrolling', enrolment: await describeEnrolment(factor, account, access) };
  }
  const { secondFactorAt } = visitor;
  return secondFactorAt && isProven(secondFactorAt, access.clock())
    ? { kind: 'proven', until: provenUntil(secondFactorAt) }
    : { kind: 'ready' };
}
