import type { Context } from 'hono';
import { type ErrorKind, renderErrorPage } from '../html/errors.tsx';
import type { WebEnv } from '../html/view.ts';
import { problem } from './problem.ts';

const isApi = (c: Context<WebEnv>): boolean => c.req.path.startsWith('/api/');

const RETRY_AFTER_SECONDS = '5';

export type ErrorStatus = 400 | 403 | 404 | 413 | 500 | 503;

/** The page that helps, or `application/problem+json` for programs. */
export function answerError(c: Context<WebEnv>, status: ErrorStatus, kind: ErrorKind): Response {
  if (status === 503) c.header('retry-after', RETRY_AFTER_SECONDS);
  if (isApi(c)) return problem(c, { status, kind });
  const reference = status >= 500 ? c.get('requestId') : undefined;
  return c.html(renderErrorPage(c.get('view'), kind, reference), status);
}
