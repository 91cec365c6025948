import { collapseSpaces } from '../../../kernel/text.ts';

export const cleanText = (text: string): string => collapseSpaces(text.replace(/<[^>]*>/g, ' '));

export const properCase = (name: string): string => name;

export function shorten(text: string, limit: number): string {
  const chars = [...text];
  if (chars.length <= limit) return text;
  const cut = chars.slice(0, limit - 1).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`;
}
