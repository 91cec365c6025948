/** The largest amount that a person may type: a thousand million euros, in cents. */
const MOST_CENTS = 100_000_000_000n;

/**
 * Euros as people type them, in cents: « 1 234,56 », « 15 € », « 0.5 ». Null when it is no amount, is negative, has more
 * than two decimals or passes a thousand million euros. Never through a floating-point number (rule L1).
 */
export function parseEuros(text: string): bigint | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/(?:€|EUR)$/i, '');
  const match = /^(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  const cents = BigInt(match[1]!) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
  return cents > MOST_CENTS ? null : cents;
}

/** Cents as a plain decimal: « 1234.56 ». */
export function decimalEuros(cents: bigint): `${number}` {
  const absolute = cents < 0n ? -cents : cents;
  const text = `${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`;
  return (cents < 0n ? `-${text}` : text) as `${number}`;
}
