/** As an address asks for it: anyone may write anything there. */
export const pageNumber = (asked: string | undefined): number =>
  asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
