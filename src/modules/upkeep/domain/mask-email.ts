/** « c…t@t…s.example »: recognised by who owns it, useless to others. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const dot = domain.indexOf('.');
  return `${maskWord(email.slice(0, at))}@${maskWord(domain.slice(0, dot))}${domain.slice(dot)}`;
}

const maskWord = (word: string): string => (word.length < 3 ? '…' : `${word[0]}…${word.at(-1)}`);
