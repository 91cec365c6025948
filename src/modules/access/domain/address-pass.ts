const PURPOSE = 'access-address';

/** « This address is that person's », once they pressed a button in the message that was sent to it. */
export interface AddressPass {
  personId: string;
  email: string;
  expiresAt: Date;
}

export const sealAddress = (
  { personId, email, expiresAt }: AddressPass,
  sign: (text: string) => string,
): string => sign([PURPOSE, personId, expiresAt.getTime(), email].join('|'));

/** Null when it is not ours, not for this, or too late. */
export function openAddress(
  signed: string,
  open: (signed: string) => string | null,
  now: Date,
): AddressPass | null {
  const [purpose, personId, expiry, email] = (open(signed) ?? '').split('|');
  const expiresAt = new Date(Number(expiry));
  if (purpose !== PURPOSE || !personId || !email || !(expiresAt > now)) return null;
  return { personId, email, expiresAt };
}
