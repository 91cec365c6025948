export interface Invitation {
  id: string;
  /** Null: to run the instance. */
  organisationId: string | null;
  email: string;
  roles: readonly string[];
  territories: readonly string[] | null;
  expiresAt: Date;
}

/** People answer within a week, or after their holidays. */
export const INVITATION_DAYS = 21;

const PURPOSE = 'access-invitation';

/** The address of an invitation is its number and a signature: nothing secret is kept in the database. */
export const sealInvitation = (id: string, sign: (text: string) => string): string => {
  const signed = sign(`${PURPOSE}.${id}`);
  return `${id}-${signed.slice(signed.lastIndexOf('~') + 1)}`;
};

export function openInvitation(token: string, open: (signed: string) => string | null): string | null {
  const at = token.indexOf('-');
  const id = token.slice(0, at);
  if (!/^[\da-f]{24}$/.test(id)) return null;
  return open(`${PURPOSE}.${id}~${token.slice(at + 1)}`) === null ? null : id;
}
