import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn } from '../support/signed-in.ts';
import { openWholeApp, type WholeApp } from '../support/whole-app.ts';

let whole: WholeApp;
beforeAll(async () => {
  whole = await openWholeApp();
});
afterAll(() => whole.db.close());

interface Route {
  method: string;
  path: string;
}

/** Every address that the whole program answers, from its own table: one forgotten here cannot be. */
function routesUnder(prefix: string): Route[] {
  const found = new Map<string, Route>();
  for (const { method, path } of whole.app.routes)
    if ((method === 'GET' || method === 'POST') && path.startsWith(prefix))
      found.set(`${method} ${path}`, { method, path });
  return [...found.values()];
}

/** A true address of the route: each of its names filled in. */
const filled = (path: string, organisation: string): string =>
  path
    .replace(':organisation', organisation)
    .replaceAll(/:[a-zA-Z]+(\{[^}]*\})?\??/g, '1')
    .replaceAll('*', 'x');

async function ask({ method, path }: Route, cookie: string): Promise<number> {
  const init = { method, headers: { cookie, 'sec-fetch-site': 'same-origin' }, redirect: 'manual' } as const;
  const answer = await whole.app.request(
    path,
    method === 'POST' ? { ...init, body: new URLSearchParams() } : init,
  );
  return answer.status;
}

const EVERY_ROLE = {
  collectivite: ['owner', 'programme-manager', 'payment-approver'],
  structure: ['owner', 'place-manager', 'mediator'],
  prescripteur: ['owner', 'referrer'],
  financeur: ['owner', 'funder'],
} as const;

describe('every door of the program', () => {
  test.each(Object.keys(EVERY_ROLE) as (keyof typeof EVERY_ROLE)[])(
    'M10: a %s that holds all its roles finds nothing behind the number of another organisation',
    async (kind) => {
      const [own, other] = await Promise.all(
        ['La leur', 'Une autre'].map((name) =>
          signedIn(whole, { organisation: { kind, name }, roles: EVERY_ROLE[kind], name: 'Ana' }),
        ),
      );
      const routes = routesUnder('/espace/');
      expect(routes.length).toBeGreaterThan(3);
      const opened: string[] = [];
      for (const { method, path } of routes)
        for (const organisation of [other!.organisationId, '000000000000000000000000']) {
          const status = await ask({ method, path: filled(path, organisation) }, own!.cookie);
          if (status !== 404) opened.push(`${method} ${path} ${status}`);
        }
      expect(opened).toEqual([]);
      expect(await ask({ method: 'GET', path: `/espace/${own!.organisationId}` }, own!.cookie)).toBe(200);
    },
  );

  test('a stranger is led to signing in from every page of an organisation', async () => {
    const { organisationId } = await signedIn(whole, {
      organisation: { kind: 'structure', name: 'Ouverte' },
      roles: ['owner'],
      name: 'Bao',
    });
    for (const { method, path } of routesUnder('/espace/'))
      expect([path, await ask({ method, path: filled(path, organisationId) }, '')]).toEqual([path, 303]);
  });

  test('management is closed to whoever does not run the service, a stranger as well as an owner', async () => {
    const { cookie } = await signedIn(whole, {
      organisation: { kind: 'collectivite', name: 'Toute puissante' },
      roles: EVERY_ROLE.collectivite,
      name: 'Chloé',
    });
    const routes = routesUnder('/gestion').filter(({ path }) => path !== '/gestion/entrer');
    expect(routes.length).toBeGreaterThan(30);
    for (const who of ['', cookie])
      for (const { method, path } of routes)
        expect([method, path, await ask({ method, path: filled(path, '') }, who)]).toEqual([
          method,
          path,
          403,
        ]);
  });

  test('one’s own account is led to signing in for strangers', async () => {
    const routes = [...routesUnder('/compte'), ...routesUnder('/espace')].filter(
      // Opened from a message, on any device: the link itself says whose address it is.
      ({ path }) => path !== '/compte/adresse' && path !== '/espace/:organisation',
    );
    for (const { method, path } of routes)
      expect([path, await ask({ method, path: filled(path, 'x') }, '')]).toEqual([path, 303]);
  });
});
