import type { Locator, Page } from '@playwright/test';

/** Longer than any page takes on a machine that does much else. */
const PAGE_MS = 20_000;

/** A press that leads to another page, which is there when this returns. A press that changes the page itself is a `click`. */
export const follow = (control: Locator): Promise<void> => leadingOn(control.page(), () => control.click());

/** The same by a key: Enter on a link, a button or in a field of a form, or the key that a page gives to a button. */
export const followByKey = (from: Locator | Page, key = 'Enter'): Promise<void> =>
  'keyboard' in from
    ? leadingOn(from, () => from.keyboard.press(key))
    : leadingOn(from.page(), () => from.press(key));

/** What is read before the next page has come is read on the page that is being left. */
async function leadingOn(page: Page, press: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent('load', { timeout: PAGE_MS }), press()]);
}
