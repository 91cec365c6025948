import type { Page } from '@playwright/test';
import type { Journey } from './browser.ts';
import { cookiesOf } from './field.ts';
import { prepareForTools } from './no-scripts.ts';
import type { SignedIn } from './signed-in.ts';

/** A phone without scripts, where someone is signed in, on a page of their organisation. */
export async function enterOnPhone(journey: Journey, who: SignedIn, { path = '' } = {}): Promise<Page> {
  const page = await journey.open('/healthz', {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
  });
  await prepareForTools(page);
  await page.context().addCookies(cookiesOf(who, journey.origin()));
  await page.goto(`${journey.origin()}/espace/${who.organisationId}${path}`);
  return page;
}
