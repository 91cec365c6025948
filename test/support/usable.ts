import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { accessibilityViolations, overflowPixels, smallTargets } from './browser.ts';

/** Each width and each scheme once: the layout depends on the width, the colours on the scheme, neither on both. */
const SCREENS = [
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

/** Folder where a picture of each state is kept, when somebody wants to look. */
const SHOTS = process.env.SCREENSHOTS;

/** The page as it stands can be used by all, folds open, on a light phone and a dark desk. */
export async function expectUsable(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  for (const { width, colorScheme } of SCREENS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const screen = `${name} ${width} ${colorScheme}`;
    if (SHOTS)
      await page.screenshot({ path: resolve(SHOTS, `${screen.replaceAll(' ', '-')}.png`), fullPage: true });
    expect(await accessibilityViolations(page), screen).toEqual([]);
    expect(await overflowPixels(page), screen).toBe(0);
    expect(await smallTargets(page), screen).toEqual([]);
  }
  expect(await page.locator('h1').count(), name).toBe(1);
  expect(await page.locator('.ds-button:visible:not([data-variant])').count(), name).toBeLessThanOrEqual(1);
}
