import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from '../html/view.ts';
import { isLang, type Lang } from '../i18n/messages.ts';

const COOKIE = 'langue';
const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** `?lang=` (kept in a cookie), then the cookie, then what the browser prefers; French when nothing says otherwise. */
export const chooseLanguage = createMiddleware<WebEnv>(async (c, next) => {
  const asked = c.req.query('lang');
  const saved = getCookie(c, COOKIE);
  const lang = [asked, saved].find(isLang) ?? preferredLanguage(c.req.header('accept-language') ?? '');
  if (isLang(asked) && asked !== saved) {
    setCookie(c, COOKIE, asked, { path: '/', maxAge: ONE_YEAR_SECONDS, sameSite: 'Lax', httpOnly: true });
  }
  c.set('view', { ...c.get('view'), lang });
  c.header('content-language', lang);
  await next();
});

/** The first language of ours in `Accept-Language`, by weight. */
function preferredLanguage(header: string): Lang {
  const wishes = header.split(',').map((part, rank) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const weight = Number(
      parameters
        .find((text) => text.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return { lang: tag.slice(0, 2).toLowerCase(), weight: Number.isFinite(weight) ? weight : 0, rank };
  });
  wishes.sort((a, b) => b.weight - a.weight || a.rank - b.rank);
  return wishes.map(({ lang }) => lang).find(isLang) ?? 'fr';
}
