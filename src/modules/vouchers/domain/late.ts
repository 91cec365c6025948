import { z } from 'zod';
import type { LateItem, PublicKey } from './late-signature.ts';

/** What comes from a device is anything, until it fits: apart from `late-signature.ts`, which browsers load. */
export const lateItemSchema: z.ZodType<LateItem> = z.strictObject({
  key: z.string().regex(/^[\w-]{20,64}$/),
  sealed: z.string().regex(/^[\w.-]{100,500}$/),
  count: z.number().int().min(1).max(100),
  theme: z.string().max(200).nullable(),
  hasAttended: z.boolean(),
  at: z.iso.datetime(),
  signature: z.string().regex(/^[\w-]{86}$/),
});

/** Nothing private is kept, even when a browser sent it. */
export const publicKeySchema: z.ZodType<PublicKey> = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[\w-]{43}$/),
  y: z.string().regex(/^[\w-]{43}$/),
});
