import { ok } from '../../../kernel/result.ts';
import { postMessage } from '../../outbox/index.ts';
import { LETTERS } from '../letter-messages.ts';
import { findPersonByEmail } from '../store/people.ts';
import type { WritingDeps } from './deps.ts';
import { SIGN_IN_LINK_SECONDS } from './load-auth.ts';
import type { Auth } from './open-auth.ts';

/** Writes to the address if it is someone's, and says to nobody whether it is. */
export async function askSignInLink(
  { email, back }: { email: string; back: string },
  { auth, ...deps }: WritingDeps & { auth: () => Promise<Auth> },
): Promise<void> {
  const person = await findPersonByEmail(deps.db, email);
  if (!person) return;
  const token = await (await auth()).makeSignInToken(email);
  const query = new URLSearchParams({ jeton: token, retour: back });
  const say = LETTERS[person.lang];
  const text = say.signIn({
    link: `${deps.publicUrl}/connexion/lien?${query}`,
    minutes: SIGN_IN_LINK_SECONDS / 60,
    territory: deps.territory,
  });
  const letter = { purpose: 'sign-in', to: email, subject: say.signInSubject(deps.territory), text };
  await deps.db.inTransaction(async (tx) =>
    ok(await postMessage(tx, { channel: 'mail', isSecret: true, ...letter }, deps)),
  );
}
