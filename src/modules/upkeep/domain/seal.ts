/** What signed addresses of this room say, each for one purpose: none can be used as another. */
type Seal = (text: string) => string;
type Opener = (signed: string) => string | null;

const LINK = 'upkeep-link';
const REPORT = 'upkeep-report';
const OPT_OUT = 'upkeep-opt-out';

/** Opens the correction of one place, until it expires. */
export interface CorrectionPass {
  placeId: string;
  linkId: string;
  expiresAt: Date;
}

export const sealPass = ({ placeId, linkId, expiresAt }: CorrectionPass, sign: Seal): string =>
  sign([LINK, placeId, linkId, expiresAt.getTime()].join('.'));

/** Null when it is not ours, not for this, or too late. */
export function openPass(signed: string, open: Opener, now: Date): CorrectionPass | null {
  const [purpose, placeId, linkId, expiry] = (open(signed) ?? '').split('.');
  const expiresAt = new Date(Number(expiry));
  if (purpose !== LINK || !placeId || !linkId || !(expiresAt > now)) return null;
  return { placeId, linkId, expiresAt };
}

/** The address of a report's page is its number and a signature: nothing secret is kept in the database. */
export const sealReport = (id: number, sign: Seal): string => {
  const signed = sign(`${REPORT}.${id}`);
  return `${id}-${signed.slice(signed.lastIndexOf('~') + 1)}`;
};

export function openReport(token: string, open: Opener): number | null {
  const at = token.indexOf('-');
  const id = token.slice(0, at);
  if (!/^[1-9]\d{0,15}$/.test(id)) return null;
  return open(`${REPORT}.${id}~${token.slice(at + 1)}`) === null ? null : Number(id);
}

export const sealOptOut = (emailDigest: string, sign: Seal): string => sign(`${OPT_OUT}.${emailDigest}`);

export function openOptOut(signed: string, open: Opener): string | null {
  const [purpose, emailDigest] = (open(signed) ?? '').split('.');
  return purpose === OPT_OUT && emailDigest ? emailDigest : null;
}

/** Says the same thing of the same address, and lets nobody find the address back without our key. */
export const digestOf = (email: string, sign: Seal): string => {
  const signed = sign(`upkeep-address.${email.trim().toLowerCase()}`);
  return signed.slice(signed.lastIndexOf('~') + 1);
};
