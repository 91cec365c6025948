import type { HonoRequest } from 'hono';

interface Options {
  askItself: ((request: Request, env: { at: Date }) => Response | Promise<Response>) | undefined;
  /** Whether a minute is over, or has begun: nothing is left to prepare for it. */
  isPast: (minute: number) => boolean;
}

/** Between two pages, those that people wait for are answered: one hundred a second, a tenth of a core. */
const PAUSE_MS = 10;
const MINUTE_MS = 60_000;

/** What tells a page from another of the same address; a cookie other than the language asks for a page never kept. */
const TELLING = ['accept-encoding', 'accept-language', 'cookie', 'referer'];

/**
 * Renders for the minute to come, one by one, the pages that people come back for: without it, all of them would be
 * asked for in its first second, and wait for each other. The page says the minute for which it was made, and whether
 * each place is open at that minute: being ready early, it is not late.
 */
export function pagesAhead({ askItself, isPast }: Options) {
  const waiting: { request: Request; minute: number }[] = [];
  let isBusy = false;
  const rest = () => new Promise<void>((wake) => setTimeout(wake, PAUSE_MS).unref());
  const renderAll = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (isPast(next.minute)) continue;
      await rest();
      await askItself?.(next.request, { at: new Date(next.minute * MINUTE_MS) });
    }
  };
  const work = async () => {
    isBusy = true;
    // One that fails is rendered when it is asked for, and its failure told then.
    await renderAll().catch(() => undefined);
    isBusy = false;
  };
  return {
    add(asked: HonoRequest, minute: number): void {
      if (!askItself) return;
      const headers = TELLING.flatMap((name): [string, string][] => {
        const value = asked.header(name);
        return value === undefined ? [] : [[name, value]];
      });
      waiting.push({ request: new Request(asked.url, { headers }), minute });
      if (!isBusy) void work();
    },
  };
}
