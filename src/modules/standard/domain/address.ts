import { cleanText } from './text.ts';

export interface AddressParts {
  street: string;
  postalCode?: string;
  commune?: string;
  detail?: string;
}

export function parseAddress(text: string): AddressParts {
  const clean = cleanText(text);
  const match = /^(.*?)[\s,–-]*\b(\d{5})\s+([^\d,]+?)(?:\s+cedex.*)?(?:,?\s*france)?$/i.exec(clean);
  if (!match) return { street: clean };
  return { street: match[1] ?? '', postalCode: match[2] ?? '', commune: match[3] ?? '' };
}
