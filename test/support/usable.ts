import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { accessibilityViolations, contrastViolations, overflowPixels, smallTargets } from './browser.ts';
import { forTools } from './no-scripts.ts';
import { faintEdges } from './reading.ts';

/** Each width and each scheme once: the layout depends on the width, the colours on the scheme, the names and roles on neither. */
const SCREENS = [
  { width: 320, colorScheme: 'light', violations: accessibilityViolations },
  { width: 1280, colorScheme: 'dark', violations: contrastViolations },
] as const;

interface Screen {
  width: number;
  colorScheme: 'light' | 'dark';
  violations: (page: Page) => Promise<string[]>;
}

const nothingToAnalyse = async (): Promise<string[]> => [];

/** Pages made of the same parts, one after the other: each is analysed once, every second one in the dark. The phone stays. */
export function screensInTurn(rank: number): readonly Screen[] {
  const colorScheme = rank % 2 === 0 ? 'light' : 'dark';
  return [
    { width: 1280, colorScheme, violations: nothingToAnalyse },
    { width: 320, colorScheme, violations: accessibilityViolations },
  ];
}

/** Folder where a picture of each state is kept, when somebody wants to look. */
const SHOTS = process.env.SCREENSHOTS;

/** The page as it stands can be used by all, folds open, on a light phone and a dark desk. */
export async function expectUsable(
  page: Page,
  name: string,
  screens: readonly Screen[] = SCREENS,
): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await expectUsableScreens(page, name, screens);
  expect(await page.locator('h1').count(), name).toBe(1);
  expect(await page.locator('.ds-button:visible:not([data-variant])').count(), name).toBeLessThanOrEqual(1);
}

/** On each screen: nothing that shuts someone out, nothing wider than the window, no target that a finger misses. */
export async function expectUsableScreens(
  page: Page,
  name: string,
  screens: readonly Screen[] = SCREENS,
): Promise<void> {
  for (const { width, colorScheme, violations } of screens) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const screen = `${name} ${width} ${colorScheme}`;
    if (SHOTS)
      await page.screenshot({ path: resolve(SHOTS, `${screen.replaceAll(' ', '-')}.png`), fullPage: true });
    expect(await forTools(page, () => violations(page)), screen).toEqual([]);
    expect(await overflowPixels(page), screen).toBe(0);
    expect(await smallTargets(page), screen).toEqual([]);
    expect(await faintEdges(page), screen).toEqual([]);
  }
}
