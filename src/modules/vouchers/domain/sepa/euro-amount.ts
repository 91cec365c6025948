/** Cents as `12.30`, the only way in which amounts are written in payment files. */
export const writeEuros = (cents: bigint): string => {
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A decimal amount in cents, or null when it is none or holds a fraction of a cent. */
export function readEuros(text: string | null): bigint | null {
  const match = /^\+?(\d{1,16})(?:\.(\d{0,2})0*)?$/.exec(text ?? '');
  return match ? BigInt(match[1]! + (match[2] ?? '').padEnd(2, '0')) : null;
}
