// What must never be anyone's: numbers that ARCEP keeps for fiction, reserved domains, SIREN numbers that INSEE never gives.

const pairs = (digits) => digits.match(/../g).join(' ');

/** ARCEP decision 2018-0881: 04 65 71 00 00 to 04 65 71 99 99 reach nobody. */
export const landline = (rank) => pairs(`046571${String(rank).padStart(4, '0')}`);

/** The same decision for mobiles: 06 39 98. */
export const mobile = (rank) => pairs(`063998${String(rank).padStart(4, '0')}`);

/** RFC 2606 reserves `.example`. */
export const domainOf = (name) =>
  `${name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\b(de|du|des|la|le|les|l|d|et)\b/g, ' ')
    .match(/[a-z0-9]+/g)
    .slice(0, 4)
    .join('-')}.example`;

const luhn = (digits) =>
  [...digits].reverse().reduce((sum, digit, rank) => {
    const value = Number(digit) * (rank % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);

const withKey = (digits) => `${digits}${(10 - (luhn(`${digits}0`) % 10)) % 10}`;

/** A valid key, but a number that starts with 000: no SIREN does. */
export const fictitiousSiret = (rank) => withKey(`${withKey(`0007${String(rank).padStart(4, '0')}`)}0001`);

export const UNKNOWN_SIRET = '00000000000000';
