import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { WebEnv } from '../html/view.ts';
import { isLang, type Lang } from '../i18n/messages.ts';
import { isPublicLang, LANGUAGE_FACTS, type PublicLang } from '../i18n/public-languages.ts';

const COOKIE = 'langue';
const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** `?lang=` (kept in a cookie), then the cookie, then what the browser prefers; French when nothing says otherwise. */
export const chooseLanguage = createMiddleware<WebEnv>(async (c, next) => {
  const asked = c.req.query('lang');
  const saved = getCookie(c, COOKIE);
  const wishes = wishedLanguages(c.req.header('accept-language') ?? '');
  const publicLang = [asked, saved, ...wishes].find(isPublicLang) ?? 'fr';
  if (isPublicLang(asked) && asked !== saved) {
    setCookie(c, COOKIE, asked, { path: '/', maxAge: ONE_YEAR_SECONDS, sameSite: 'Lax', httpOnly: true });
  }
  c.set('view', { ...c.get('view'), publicLang, lang: managementLanguage(publicLang, wishes) });
  c.header('content-language', LANGUAGE_FACTS[publicLang].tag);
  await next();
});

/** Who reads a language that management pages do not speak gets the one their browser likes better, else French. */
function managementLanguage(publicLang: PublicLang, wishes: readonly string[]): Lang {
  if (isLang(publicLang)) return publicLang;
  return publicLang === 'falc' ? 'fr' : (wishes.find(isLang) ?? 'fr');
}

/** Languages of `Accept-Language`, by weight. */
function wishedLanguages(header: string): string[] {
  const wishes = header.split(',').map((part, rank) => {
    const [tag = '', ...parameters] = part.trim().split(';');
    const weight = Number(
      parameters
        .find((text) => text.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return {
      lang: tag.split('-')[0]!.toLowerCase(),
      weight: Number.isFinite(weight) ? weight : 0,
      rank,
    };
  });
  wishes.sort((a, b) => b.weight - a.weight || a.rank - b.rank);
  return wishes.map(({ lang }) => lang);
}
