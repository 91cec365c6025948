import type { CDPSession, Page } from '@playwright/test';

/** Pages without scripts that a tool may have to look at. */
const SESSIONS = new WeakMap<Page, CDPSession>();

const setScripts = (session: CDPSession, isOn: boolean) =>
  session.send('Emulation.setScriptExecutionDisabled', { value: !isOn });

/**
 * For a page of a context without JavaScript, before what it will show: from then on `forTools` works. The scripts of a page
 * run while it loads or never, so that those of ours stay silent while a tool runs its own.
 */
export async function prepareForTools(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await setScripts(session, false);
  SESSIONS.set(page, session);
}

/** Runs what needs timers and promises inside the page, such as axe. */
export async function forTools<Found>(page: Page, look: () => Promise<Found>): Promise<Found> {
  const session = SESSIONS.get(page);
  if (!session) return look();
  await setScripts(session, true);
  const found = await look();
  await setScripts(session, false);
  return found;
}
