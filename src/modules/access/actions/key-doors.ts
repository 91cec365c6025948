import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Cookies, cookiesOf, withoutParameters } from './auth-answers.ts';
import type { LoadedAuth } from './load-auth.ts';

export interface Challenge {
  /** As the browser's own interface takes them. */
  options: unknown;
  cookies: Cookies;
}

/** Too old a session, a key that is nobody's, an answer that does not fit. */
export interface KeyRefusal {
  kind: 'key-refused';
}

/** Keys that a device keeps (WebAuthn): nothing to type, nothing to remember, and scripts in the browser. */
export interface KeyDoors {
  /** What a device must sign to open a session, or to become a key of whoever is signed in. */
  challengeKey(purpose: 'enter' | 'add', headers: Headers): Promise<Result<Challenge, KeyRefusal>>;
  enterWithKey(answer: unknown, headers: Headers): Promise<Result<Cookies, KeyRefusal>>;
  addKey(key: { answer: unknown; name: string }, headers: Headers): Promise<Result<null, KeyRefusal>>;
}

export const keyDoors = ({ api }: LoadedAuth): KeyDoors => ({
  challengeKey: (purpose, headers) =>
    withoutParameters(() => {
      const asked =
        purpose === 'add'
          ? api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true })
          : api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true });
      return asked.then((made) => ok({ options: made.response, cookies: cookiesOf(made.headers) }), refused);
    }),
  enterWithKey: (answer, headers) =>
    withoutParameters(() =>
      api
        .verifyPasskeyAuthentication({ headers, body: { response: answer as never }, returnHeaders: true })
        .then((entered) => ok(cookiesOf(entered.headers)), refused),
    ),
  addKey: ({ answer, name }, headers) =>
    withoutParameters(() =>
      api
        .verifyPasskeyRegistration({ headers, body: { response: answer, name } })
        .then(() => ok(null), refused),
    ),
});

/** Refusals are thrown with a status that says so; the rest is a failure. */
function refused(error: unknown): { ok: false; refusal: KeyRefusal } {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === undefined || statusCode >= 500) throw error;
  return refuse({ kind: 'key-refused' });
}
