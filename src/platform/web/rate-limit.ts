import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { WebEnv } from '../html/view.ts';

/** More callers than this are forgotten all at once: memory stays bounded under a flood. */
const MOST_CALLERS = 50_000;

export interface RateLimiter {
  /** Seconds to wait, or 0 when the request may pass, which then counts. */
  waitSeconds(c: Context<WebEnv>): number;
  /** The same for anything that can be counted, a mailbox for instance. */
  waitSecondsOf(counted: string): number;
  /** The same without counting: for what counts only when it fails. */
  lockedSecondsOf(counted: string): number;
}

/**
 * So many requests per caller and window. Callers are kept as keyed digests, in the memory of the process, for one
 * window: no address is written anywhere. Several processes each count their own.
 */
export function createRateLimiter(options: {
  limit: number;
  windowMs: number;
  clock: () => Date;
  /** Makes digests; drawn at start, kept nowhere. */
  key: Uint8Array;
  trustedProxies: number;
}): RateLimiter {
  const seen = new Map<string, { count: number; endsAt: number }>();
  const digestOf = (counted: string): string =>
    createHmac('sha256', options.key).update(counted).digest('base64url').slice(0, 16);
  const lockedSecondsOf = (counted: string): number => {
    const known = seen.get(digestOf(counted));
    const leftMs = (known?.endsAt ?? 0) - options.clock().getTime();
    return known && known.count >= options.limit && leftMs > 0 ? Math.ceil(leftMs / 1000) : 0;
  };
  const waitSecondsOf = (counted: string): number => {
    const now = options.clock().getTime();
    const caller = digestOf(counted);
    const known = seen.get(caller);
    if (!known || known.endsAt <= now) {
      if (seen.size >= MOST_CALLERS) seen.clear();
      seen.set(caller, { count: 1, endsAt: now + options.windowMs });
      return 0;
    }
    if (known.count >= options.limit) return Math.ceil((known.endsAt - now) / 1000);
    known.count += 1;
    return 0;
  };
  return {
    waitSeconds: (c) => waitSecondsOf(callerAddress(c, options.trustedProxies)),
    waitSecondsOf,
    lockedSecondsOf,
  };
}

/** Who asks: each of our own proxies added one address at the right of the header; the rest is what anyone can write. */
function callerAddress(c: Context<WebEnv>, trustedProxies: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const said = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return network(said || socketAddress(c));
}

/** Absent where a request comes from no socket: everyone is then one caller. */
function socketAddress(c: Context<WebEnv>): string {
  const isFromSocket = Boolean((c.env as { incoming?: unknown } | undefined)?.incoming);
  return (isFromSocket && getConnInfo(c).remote.address) || 'unknown';
}

/** Some proxies write the port that the caller happened to have. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/;

/** A home holds a whole /64 of IPv6 addresses, however each is written: it counts as one caller. */
function network(said: string): string {
  const [, bracketed, dotted] = WITH_PORT.exec(said) ?? [];
  const address = bracketed ?? dotted ?? said;
  if (!isIPv6(address) || address.includes('.')) return address;
  const [before = '', after = ''] = address.split('::').map((half) => half.replace(/%.*$/, ''));
  const [first, last] = [before, after].map((half) => half.split(':').filter(Boolean)) as [
    string[],
    string[],
  ];
  const zeros = Array<string>(8 - first.length - last.length).fill('0');
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
