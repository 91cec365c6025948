import { expect, test } from 'vitest';
import { aView } from '../../../../test/support/view.ts';
import { preparingPage } from './preparing.tsx';

test('while records are compared, the page says so and comes back by itself, with or without scripts', () => {
  const html = preparingPage(aView({ url: new URL('http://maillon.example/gestion/doublons') }));
  expect(html).toContain('Les doublons se préparent');
  expect(html).toMatch(/<noscript><meta http-equiv="refresh" content="2"\s*\/?><\/noscript>/);
  expect(html).toContain('follow-progress');
  expect(html).toContain('href="/gestion/doublons"');
});
