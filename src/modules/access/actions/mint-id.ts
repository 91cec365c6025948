/** 96 bits: nobody finds a number by trying, and two never meet. */
export const mintId = ({ randomBytes }: { randomBytes: (count: number) => Uint8Array }): string =>
  Buffer.from(randomBytes(12)).toString('hex');
