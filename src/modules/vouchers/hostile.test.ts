import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Field, openField } from '../../../test/support/field.ts';
import { MIMOSA, SOCIAL_DESK } from '../../../test/support/scheme.ts';
import type { SignedIn } from '../../../test/support/signed-in.ts';

let field: Field;
let place: SignedIn;
let referrer: SignedIn;
beforeAll(async () => {
  field = await openField();
  place = await field.enter(MIMOSA.organisation, ['place-manager'], 'Ana');
  referrer = await field.enter(SOCIAL_DESK.organisation, ['referrer'], 'Bao');
});
afterAll(() => field.db.close());

describe('an address written by hand', () => {
  test.each(['1e300', 'Infinity', '-1', '0', '2.5', 'NaN', '99999999999999999999'])(
    'asks for page %s of a list: it has the first, or an empty one',
    async (page) => {
      const asked = [
        field.get(`/espace/${MIMOSA.organisation}/pass/lieu/paiements?page=${page}`, place),
        field.get(`/espace/${SOCIAL_DESK.organisation}/pass?page=${page}`, referrer),
      ];
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200]);
    },
  );

  test('names what every object inherits: nothing is said', async () => {
    for (const name of ['__proto__', 'constructor'])
      expect((await field.get(`/compte?fait=${name}`, place)).status).toBe(200);
  });

  test('names a booklet that no database could hold: refused, and sent nowhere else', async () => {
    const booklets = `/espace/${SOCIAL_DESK.organisation}/pass/carnets`;
    expect((await field.get(`${booklets}/%00`, referrer)).status).toBe(400);
    const { status, location } = await field.get(`${booklets}/x%0d%0aset-cookie:a=b/perdue`, referrer);
    expect([status, location]).toEqual([303, `${booklets}/x%0D%0Aset-cookie%3Aa%3Db`]);
  });
});
