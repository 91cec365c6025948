import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe } from 'vitest';
import type { WebApp } from '../../src/platform/html/view.ts';
import { findHeadlessChromium } from './chromium.ts';
import { type Listening, listen } from './web.ts';

const executablePath = await findHeadlessChromium();

export interface Journey {
  /** A page of its own, opened on a path; closed with the group. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  origin(): string;
}

/** A journey looks at several pages with axe: half a minute when the machine does much else. */
const PATIENCE_MS = 90_000;

/** Tests in a real browser over a served application: skipped aloud without a browser, required in CI. */
export function describeInBrowser(name: string, app: () => WebApp, tests: (journey: Journey) => void): void {
  if (!executablePath && process.env.CI !== 'true') {
    process.stderr.write(`SKIPPED, no browser on this machine: ${name}\n`);
    describe.skip(`${name} (skipped: no browser)`, () => tests({} as Journey));
    return;
  }
  describe(name, { timeout: PATIENCE_MS }, () => {
    let browser: Browser;
    let server: Listening;
    beforeAll(async () => {
      if (!executablePath) throw new Error('Continuous integration requires a browser.');
      // Chromium refuses its sandbox to root; the pages opened here are our own.
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
      server = await listen(app());
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });
    tests({
      origin: () => server.origin,
      open: async (path, options) => {
        const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...options });
        const page = await context.newPage();
        await page.goto(server.origin + path);
        return page;
      },
    });
  });
}

/** With the options of single checks, which axe takes and its types leave out. */
type RunOptions = Parameters<AxeBuilder['options']>[0] & { checks?: object };

/** The contrast of AAA asked by the rule of AA: the slowest of the rules is run once. Its other options are those of axe. */
const CONTRAST_OF_AAA = {
  'color-contrast': {
    options: {
      ignoreUnicode: true,
      ignoreLength: false,
      ignorePseudo: false,
      boldValue: 700,
      boldTextPt: 14,
      largeTextPt: 18,
      contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
      pseudoSizeThreshold: 0.25,
      shadowOutlineEmMax: 0.2,
      textStrokeEmMin: 0.03,
    },
  },
};

/** Rule and element of each violation: WCAG 2.0 to 2.2 A and AA, good practices, and the contrast of AAA. */
export const accessibilityViolations = (page: Page): Promise<string[]> =>
  analyse(page, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  });

/** Contrasts alone: what is left to look at when a page already analysed is shown wider and in its other colours. */
export const contrastViolations = (page: Page): Promise<string[]> =>
  analyse(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });

/** What axe finds of a page that it was already put into. */
interface AxeWindow {
  axe: { run(document: unknown, options: RunOptions): Promise<{ violations: Violation[] }> };
}
type Violation = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number], 'id' | 'nodes'>;

async function analyse(page: Page, asked: RunOptions): Promise<string[]> {
  // Only what falls short is described.
  const options: RunOptions = { resultTypes: ['violations'], checks: CONTRAST_OF_AAA, ...asked };
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = isThere
    ? await page.evaluate(
        (run) => (window as unknown as AxeWindow).axe.run(document, { ...run, iframes: false }),
        options,
      )
    : // Legacy mode opens no second page for frames: each analysis takes a third of the time.
      await new AxeBuilder({ page }).setLegacyMode().options(options).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Pixels by which the page is wider than its window. */
export const overflowPixels = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** WCAG 1.4.12: lines, letters and words spaced out, through a sheet that the content policy allows. */
export const spaceTextOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });

/** Controls that a finger misses: under 44 px high, save links inside sentences and names whose whole row is the target. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, input:not([type=hidden]), select, summary, .ds-button, a.m-it, label',
      ),
    ]
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => !element.matches('input[type=checkbox], input[type=radio], label.ds-label'))
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => `${element.tagName} ${element.textContent?.trim()}`),
  );
