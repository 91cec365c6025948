import { DrizzleQueryError } from 'drizzle-orm';

/** Cookies to send with the answer, as `Set-Cookie` headers. */
export type Cookies = readonly string[];

export const cookiesOf = (headers: Headers): Cookies => headers.getSetCookie();

/** The adapter speaks to the driver itself, whose error quotes every parameter: none may reach a log (docs/adr/0010). */
export async function withoutParameters<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DrizzleQueryError)) throw error;
    throw new Error(`Accounts query failed: ${error.cause?.message ?? 'unknown reason'}`);
  }
}
