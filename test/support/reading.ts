import type { Page } from '@playwright/test';

/** RGAA 3.3 (WCAG 1.4.11): controls whose edge, or whose surface, stands out less than 3 to 1 from what is around. */
export const faintEdges = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pencil = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const channels = (colour: string): [number, number, number, number] => {
      pencil.clearRect(0, 0, 1, 1);
      pencil.fillStyle = colour;
      pencil.fillRect(0, 0, 1, 1);
      return [...pencil.getImageData(0, 0, 1, 1).data] as [number, number, number, number];
    };
    const luminance = (colour: string): number => {
      const [red, green, blue] = channels(colour)
        .slice(0, 3)
        .map((value) => value / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const ratio = (a: string, b: string): number => {
      const [low, high] = [luminance(a), luminance(b)].sort((one, other) => one - other);
      return (high! + 0.05) / (low! + 0.05);
    };
    const isSeen = (colour: string): boolean => channels(colour)[3] === 255;
    const groundOf = (element: Element | null): string => {
      if (!element) return '#fff';
      const { backgroundColor } = getComputedStyle(element);
      return isSeen(backgroundColor) ? backgroundColor : groundOf(element.parentElement);
    };
    return [...document.querySelectorAll('input:not([type=hidden]), select, textarea, .ds-button, .m-need')]
      .filter((element) => element.getClientRects().length > 0)
      .filter((element) => {
        const { borderTopColor, borderTopStyle, borderTopWidth, backgroundColor } = getComputedStyle(element);
        const ground = groundOf(element.parentElement);
        const hasEdge =
          borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0 && isSeen(borderTopColor);
        const marks = [
          ...(hasEdge ? [borderTopColor] : []),
          ...(isSeen(backgroundColor) ? [backgroundColor] : []),
        ];
        // Without an edge or a surface, the words are the control.
        return marks.length > 0 && marks.every((mark) => ratio(mark, ground) < 3);
      })
      .map((element) => element.outerHTML.slice(0, 100));
  });

/** RGAA 6.1: links of the page that read the same and lead to different places. */
export const ambiguousLinks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const addresses = new Map<string, Set<string>>();
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      const text = (link.getAttribute('aria-label') ?? link.textContent ?? '').replace(/\s+/g, ' ').trim();
      addresses.set(text, (addresses.get(text) ?? new Set()).add(link.href));
    }
    return [...addresses].filter(([, all]) => all.size > 1).map(([text]) => text);
  });

/** RGAA 11.5 and 11.6: boxes and radio buttons that no group with a legend holds. */
export const looseChoices = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox], input[type=radio]')]
      .filter((box) => !box.closest('fieldset')?.querySelector('legend')?.textContent?.trim())
      .map(({ id }) => id),
  );

/** RGAA 12.8: elements that the keyboard reaches in another order than that of the page. */
export const forcedOrder = (page: Page): Promise<number> =>
  page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count();

/** RGAA 10.3: parts of the page that stand wholly above what comes before them in the code, on a screen of one column. */
export const outOfOrder = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const parts = [
      ...document.querySelectorAll('main :is(h1, h2, h3, p, label, input, select, textarea, button, a)'),
    ]
      .filter((part) => part.getClientRects().length > 0 && getComputedStyle(part).position !== 'absolute')
      .map((part) => ({ part, ...part.getBoundingClientRect().toJSON() }));
    return parts
      .filter(({ bottom }, rank) => rank > 0 && bottom <= parts[rank - 1]!.top)
      .map(({ part }) => part.outerHTML.slice(0, 100));
  });
