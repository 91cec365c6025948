import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { followByKey } from './follow.ts';

/** Presses that reach any control of a page of ours; beyond, whoever has no mouse has given up. */
const MOST_PRESSES = 60;

type Pressed = 'button' | 'link' | 'textbox' | 'checkbox' | 'radio' | 'combobox';

/**
 * Presses Tab until the control has the focus, as people without a mouse do, and looks whether it shows. Returns how many
 * presses it took.
 */
export async function tabTo(page: Page, role: Pressed, name: string | RegExp): Promise<number> {
  const wanted = page.getByRole(role, { name }).first();
  for (let presses = 1; presses <= MOST_PRESSES; presses += 1) {
    await page.keyboard.press('Tab');
    const ring = await wanted.evaluate((control) => {
      if (control !== document.activeElement) return null;
      // Around a choice, the ring is drawn with its words.
      const rings = [control, control.closest('.ds-field') ?? control].map((box) => getComputedStyle(box));
      return Math.max(
        ...rings.map((box) => (box.outlineStyle === 'none' ? 0 : Number.parseFloat(box.outlineWidth))),
      );
    });
    if (ring === null) continue;
    expect(ring, `focus on ${name}`).toBeGreaterThanOrEqual(3);
    return presses;
  }
  throw new Error(`${MOST_PRESSES} presses of Tab did not reach: ${role} ${name}`);
}

/** The same, then Enter, and the page that answers. */
export async function tabAndPress(
  page: Page,
  role: 'button' | 'link',
  name: string | RegExp,
): Promise<number> {
  const presses = await tabTo(page, role, name);
  await followByKey(page);
  return presses + 1;
}

/** A form sent back: what is wrong has the focus before everything else, and leads to its field. */
export async function expectFaultReached(page: Page, field: string): Promise<void> {
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('ds-error-summary');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(field);
}

/**
 * Seconds that someone needs who looks for each key: 1.2 a press, 1.35 a thought before a field or a button (Card, Moran
 * and Newell, « The keystroke-level model », 1980), and two for each page of a slow network.
 */
export const slowestSeconds = ({
  presses,
  thoughts,
  answers,
}: Readonly<Record<'presses' | 'thoughts' | 'answers', number>>): number =>
  presses * 1.2 + thoughts * 1.35 + answers * 2;
