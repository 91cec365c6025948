import { cleanText } from './text.ts';

export interface EmailReading {
  emails: string[];
  invalid: string[];
  /** The text had to be changed to give these addresses. */
  repaired: boolean;
}

const ADDRESS = /[a-z0-9._%+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}/gi;

export function parseEmails(text: string): EmailReading {
  const emails = [...new Set(text.match(ADDRESS)?.map((found) => found.toLowerCase()))];
  const rest = text.replace(ADDRESS, ' ');
  const invalid = emails.length === 0 && /\S/.test(rest) ? [cleanText(text)] : [];
  return { emails, invalid, repaired: emails.length > 0 && emails.join('|') !== text };
}
