const OURS = /^\/(?:espace|gestion|compte|invitations)(?:[/?]|$)/;

/** Where to go once signed in: a page of ours behind a door, never another site, whatever the address says. */
export const returnPath = (said: string | undefined): string =>
  said !== undefined && OURS.test(said) && !/[\\\p{C}]/u.test(said) ? said : '/espace';
