import { describe, expect, test } from 'vitest';
import type { WebApp } from '../html/view.ts';
import { createLogger } from '../log.ts';
import { createWebApp, type WebAppDeps } from './app.ts';

const ORIGIN = 'http://maillon.example';

const pages = (app: WebApp): void => {
  app.get('/page', (c) => c.html(`<p>${c.get('view').lang} ${c.get('view').isAdmin}</p>`));
  app.get('/broken', () => {
    throw new Error('the database has left');
  });
  app.get('/api/v1/broken', () => {
    throw new Error('the database has left');
  });
  app.post('/form', async (c) => c.text(`saved ${(await c.req.text()).length}`));
  app.post('/parsed', async (c) => c.json(await c.req.parseBody()));
  app.get('/long', (c) => c.html('x'.repeat(5000)));
};

const anApp = (deps: Partial<WebAppDeps> = {}): WebApp =>
  createWebApp({
    config: { publicUrl: undefined, territoryName: 'Territoire fictif', helpPhone: undefined },
    clock: () => new Date('2026-11-24T13:10:00Z'),
    log: createLogger('silent'),
    isAdmin: () => false,
    isReady: () => true,
    shell: { pro: [], footer: [] },
    mounts: [pages],
    ...deps,
  });

const get = (path: string, headers: Record<string, string> = {}, app = anApp()) =>
  app.request(`${ORIGIN}${path}`, { headers });
const post = (headers: Record<string, string>, body = 'nom=x', app = anApp()) =>
  app.request(`${ORIGIN}/form`, { method: 'POST', headers: { host: 'maillon.example', ...headers }, body });

describe('security headers', () => {
  test.each(['/page', '/broken', '/nowhere', '/assets/nothing.css'])('%s bears them all', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  test('HTTPS is promised for a year only where it is used', async () => {
    expect((await get('/page')).headers.get('strict-transport-security')).toBeNull();
    const config = { publicUrl: 'https://maillon.example', territoryName: '', helpPhone: undefined };
    const secured = await get('/page', {}, anApp({ config }));
    expect(secured.headers.get('strict-transport-security')).toContain('max-age=31536000');
  });
});

describe('forms of other sites are refused', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'http://other.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://other.example', 'sec-fetch-site': 'cross-site' }],
    [{}],
  ])('%j', async (headers) => {
    const answer = await post(headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Ce formulaire vient d’une autre page');
  });

  test.each([[{ 'sec-fetch-site': 'same-origin' }], [{ origin: ORIGIN }]])(
    'ours are not: %j',
    async (headers) => {
      expect((await post(headers)).status).toBe(200);
    },
  );

  test('behind a proxy, the configured address is ours whatever the host says', async () => {
    const config = { publicUrl: 'https://public.example', territoryName: '', helpPhone: undefined };
    expect((await post({ origin: 'https://public.example' }, 'x', anApp({ config }))).status).toBe(200);
    expect((await post({ origin: ORIGIN }, 'x', anApp({ config }))).status).toBe(403);
  });
});

describe('size of what is sent', () => {
  test('a body over the limit is refused with words, and read nowhere', async () => {
    const app = anApp({ limits: { usualBytes: 10, paths: [{ prefix: '/for', bytes: 100 }] } });
    const ours = { 'sec-fetch-site': 'same-origin' };
    expect((await post(ours, 'x'.repeat(100), app)).status).toBe(200);
    const refused = await post(ours, 'x'.repeat(101), app);
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('trop gros');
  });
});

describe('language of the answer', () => {
  test.each([
    ['/page', {}, 'fr'],
    ['/page', { 'accept-language': 'en-GB,en;q=0.9' }, 'en'],
    ['/page', { 'accept-language': 'en;q=0.5, fr;q=0.9' }, 'fr'],
    ['/page', { 'accept-language': 'de-DE, ja' }, 'fr'],
    ['/page', { 'accept-language': 'uk, en;q=0.8' }, 'en'],
    ['/page', { 'accept-language': 'ar' }, 'fr'],
    ['/page?lang=falc', { 'accept-language': 'en' }, 'fr'],
    ['/page', { cookie: 'langue=en', 'accept-language': 'fr' }, 'en'],
    ['/page?lang=fr', { cookie: 'langue=en' }, 'fr'],
    ['/page?lang=xx', {}, 'fr'],
  ])('%s %j: %s', async (path, headers, lang) => {
    expect(await (await get(path, headers)).text()).toContain(`<p>${lang} `);
  });

  test('the choice is kept in a cookie that scripts cannot read', async () => {
    const cookie = (await get('/page?lang=en')).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^langue=en;.*HttpOnly/);
    expect(cookie).toContain('SameSite=Lax');
  });
});

describe('when something goes wrong', () => {
  test('a failure is ours: the page says so, gives a number to quote, and says nothing of the cause', async () => {
    const answer = await get('/broken');
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(html).toContain('Ce n’est pas de votre faute');
    expect(html).toContain(answer.headers.get('x-request-id'));
    expect(html).not.toContain('database');
  });

  test('a session that cannot be read is a failure like another', async () => {
    const app = anApp({ isAdmin: () => Promise.reject(new Error('no database')) });
    expect((await get('/page', {}, app)).status).toBe(500);
  });

  test('programs get a problem document', async () => {
    const answer = await get('/api/v1/broken');
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 500, instance: '/api/v1/broken' });
    expect(await (await get('/api/v1/nothing')).json()).toMatchObject({ status: 404 });
  });

  test('an unknown page helps: what to do, and a way home', async () => {
    const html = await (await get('/nowhere')).text();
    expect(html).toContain('Cette page n’existe pas');
    expect(html).toContain('href="/"');
  });

  test('a body that is not the form it says, or a character that no database keeps, is no failure of ours', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' };
    const garbage = { method: 'POST', headers, body: 'no part of a form' };
    expect((await anApp().request(`${ORIGIN}/parsed`, garbage)).status).toBe(400);
    const refusal = Object.assign(new Error('invalid byte sequence'), { code: '22021' });
    const mounts = [(app: WebApp) => void app.get('/kept', () => Promise.reject(refusal))];
    expect((await get('/kept', {}, anApp({ mounts }))).status).toBe(400);
  });

  test('an address that cannot be decoded is no failure', async () => {
    expect((await get('/%E0%A4%A')).status).toBe(404);
  });
});

describe('probes and files', () => {
  test('alive at once, ready when the first data can be searched', async () => {
    const app = anApp({ isReady: () => false });
    expect((await get('/healthz', {}, app)).status).toBe(200);
    expect((await get('/readyz', {}, app)).status).toBe(503);
    expect((await get('/readyz')).status).toBe(200);
  });

  test('long pages travel compressed', async () => {
    const { headers } = await get('/long', { 'accept-encoding': 'gzip' });
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  test('a built file may be kept for ever, in the coding the browser prefers', async () => {
    const { assetUrl } = await import('../html/assets.ts');
    const { headers } = await get(assetUrl('public.css'), { 'accept-encoding': 'gzip, br' });
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-encoding')).toBe('br');
    expect(headers.get('content-type')).toContain('text/css');
  });

  test('the program in the phone speaks the language asked for, and is loaded again only when it changed', async () => {
    const answer = await get('/hors-ligne.js?langue=es', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    const spanish = await (await get('/hors-ligne.js?langue=es')).text();
    expect(spanish).toContain('Guardar estos lugares');
    for (const old of ['/hors-ligne.js', '/hors-ligne.js?langue=../manifest'])
      expect(await (await get(old)).text()).toContain('Garder ces lieux');
    const etag = answer.headers.get('etag')!;
    const again = await get('/hors-ligne.js?langue=es', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/hors-ligne.js?langue=fr', { 'if-none-match': etag })).status).toBe(200);
  });

  test.each(['/assets/../manifest.json', '/assets/manifest.json', '/assets/%2e%2e/manifest.json'])(
    '%s is not one of them',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
