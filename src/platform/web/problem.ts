import type { Context } from 'hono';
import { ERRORS } from '../html/error-messages.ts';
import type { ErrorKind } from '../html/errors.tsx';
import type { WebEnv } from '../html/view.ts';

/** RFC 9457: an error that a program can read, with a sentence for the person who runs it. */
export function problem(
  c: Context<WebEnv>,
  error: { status: number; kind: ErrorKind; detail?: string },
): Response {
  const words = ERRORS[c.get('view').lang];
  const body = {
    type: 'about:blank',
    title: words[error.kind],
    status: error.status,
    detail: error.detail ?? words[`${error.kind}Help`],
    instance: c.req.path,
    requestId: c.get('requestId'),
  };
  return c.body(JSON.stringify(body), error.status as 400, { 'content-type': 'application/problem+json' });
}
