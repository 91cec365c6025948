import type { View } from '../../src/platform/html/view.ts';

/** What a page knows of its request, at a fixed instant: Tuesday 24 November 2026, 14 h 10 in Paris. */
export const aView = (more: Partial<View> = {}): View => ({
  lang: 'fr',
  publicLang: 'fr',
  url: new URL('http://maillon.example/'),
  now: new Date('2026-11-24T13:10:00Z'),
  territoryName: 'Territoire fictif',
  helpPhone: '+33465710010',
  publicUrl: 'http://maillon.example',
  isAdmin: false,
  shell: { pro: [], footer: [] },
  ...more,
});
