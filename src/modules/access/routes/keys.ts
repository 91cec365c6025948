import type { Context } from 'hono';
import type { WebApp, WebEnv } from '../../../platform/html/view.ts';
import { deviceOf } from '../domain/device.ts';
import { returnPath } from '../domain/return-path.ts';
import { recordAudit } from '../store/audit.ts';
import { deleteKey } from '../store/keys.ts';
import { signedInOnly } from './signed-in-only.ts';
import { type Access, keepPrivate, sendCookies } from './visitors.ts';

/** What the scripts of `client/passkey.ts` ask: without scripts, the e-mail link does the same. */
export function mountKeys(app: WebApp, access: Access): void {
  app.post('/connexion/cle/defi', async (c) => {
    keepPrivate(c);
    if (access.limits.tries.waitSeconds(c) > 0) return c.json({ fault: 'tooMany' }, 429);
    return answerChallenge(c, access, 'enter');
  });
  app.post('/connexion/cle', async (c) => {
    keepPrivate(c);
    if (access.limits.tries.waitSeconds(c) > 0) return c.json({ fault: 'tooMany' }, 429);
    const { answer, back } = await readAnswer(c);
    const entered = await (await access.auth()).enterWithKey(answer, c.req.raw.headers);
    if (!entered.ok) return c.json({ fault: entered.refusal.kind }, 403);
    sendCookies(c, entered.value);
    return c.json({ to: returnPath(back) });
  });
  app.post(
    '/compte/cles/defi',
    signedInOnly((c, { isProven }) =>
      isProven ? answerChallenge(c, access, 'add') : c.json({ fault: 'key-refused' }, 403),
    ),
  );
  app.post(
    '/compte/cles',
    signedInOnly(async (c, visitor) => {
      const { answer } = await readAnswer(c);
      const name = deviceOf(c.req.header('user-agent') ?? '');
      const added = visitor.isProven
        ? await (await access.auth()).addKey({ answer, name }, c.req.raw.headers)
        : ({ ok: false } as const);
      if (!added.ok) return c.json({ fault: 'key-refused' }, 403);
      await noteKey(access, visitor.personId, 'key-added');
      return c.json({ to: '/compte?fait=cle' });
    }),
  );
  app.post(
    '/compte/cles/retirer',
    signedInOnly(async (c, { personId }) => {
      const id = String((await c.req.parseBody()).cle ?? '');
      if (await deleteKey(access.db, { personId, id })) await noteKey(access, personId, 'key-removed');
      return c.redirect('/compte?fait=cle-retiree', 303);
    }),
  );
}

async function answerChallenge(
  c: Context<WebEnv>,
  access: Access,
  purpose: 'enter' | 'add',
): Promise<Response> {
  const challenge = await (await access.auth()).challengeKey(purpose, c.req.raw.headers);
  if (!challenge.ok) return c.json({ fault: challenge.refusal.kind }, 403);
  sendCookies(c, challenge.value.cookies);
  return c.json(challenge.value.options as object);
}

const noteKey = ({ db, clock }: Access, personId: string, action: string): Promise<void> =>
  recordAudit(db, { actor: { personId }, action, subjectKind: 'person', subjectId: personId, at: clock() });

async function readAnswer(c: Context<WebEnv>): Promise<{ answer: unknown; back: string | undefined }> {
  const body: { answer?: unknown; back?: unknown } = await c.req.json().catch(() => ({}));
  return { answer: body?.answer, back: typeof body?.back === 'string' ? body.back : undefined };
}
