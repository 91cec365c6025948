import type { MiddlewareHandler } from 'hono';

/** In the phone, one person asks for one page: nothing is worth keeping. */
export const keepPages = (): MiddlewareHandler => (_, next) => next();
