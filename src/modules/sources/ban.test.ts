import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readForm, serve } from '../../../test/support/local-server.ts';
import { createHttpClient } from '../../platform/http-client.ts';
import { geocode } from './ban.ts';

const http = createHttpClient({ allowPrivateAddresses: true, maxAttempts: 1 });

type Row = Record<string, string>;

/** Replays the documented contract: the lines sent come back with result columns after them. */
async function serveBan(
  answer: (row: Row, index: number) => Row,
): Promise<{ address: string; received: Row[][] }> {
  const received: Row[][] = [];
  const address = await serve(async (request, response) => {
    const form = await readForm(request);
    const isExpected =
      request.url === '/search/csv/' &&
      form.get('columns') === 'adresse' &&
      form.get('postcode') === 'code_postal' &&
      form.get('citycode') === 'code_insee';
    if (!isExpected) return response.writeHead(400).end();
    const { data } = Papa.parse<Row>(await (form.get('data') as File).text(), { header: true });
    received.push(data);
    response.end(Papa.unparse(data.map((row, index) => ({ ...row, ...NOT_FOUND, ...answer(row, index) }))));
  });
  return { address, received };
}

const NOT_FOUND: Row = {
  longitude: '',
  latitude: '',
  result_score: '',
  result_label: '',
  result_type: '',
  result_citycode: '',
  result_status: 'not-found',
};
const FOUND: Row = {
  longitude: '4.85',
  latitude: '45.75',
  result_score: '0.92',
  result_label: '1 Rue Fictive 69003 Lyon',
  result_type: 'housenumber',
  result_citycode: '69383',
  result_status: 'ok',
};

test('an address comes back with its point, its score and its precision', async () => {
  const { address } = await serveBan(() => FOUND);
  expect(await geocode(http, address, [{ address: '1 rue Fictive', codeInsee: '69383' }])).toEqual({
    ok: true,
    value: [
      {
        point: { latitude: 45.75, longitude: 4.85 },
        score: 0.92,
        precision: 'housenumber',
        label: '1 Rue Fictive 69003 Lyon',
        codeInsee: '69383',
      },
    ],
  });
});

test('an address that is not found leaves its place empty', async () => {
  const { address } = await serveBan((_row, index) => (index === 1 ? {} : FOUND));
  const located = await geocode(
    http,
    address,
    ['a', 'b', 'c'].map((text) => ({ address: text })),
  );
  expect(located.ok && located.value.map((found) => found !== null)).toEqual([true, false, true]);
});

test('answers are put back in the order of the addresses, whatever order they come in', async () => {
  const address = await serve((_request, response) =>
    response.end(Papa.unparse([2, 0, 1].map((rang) => ({ rang, ...FOUND, result_label: `n° ${rang}` })))),
  );
  const located = await geocode(
    http,
    address,
    ['a', 'b', 'c'].map((text) => ({ address: text })),
  );
  expect(located.ok && located.value.map((found) => found?.label)).toEqual(['n° 0', 'n° 1', 'n° 2']);
});

test('the postal code is sent only where the INSEE code is unknown', async () => {
  const { address, received } = await serveBan(() => FOUND);
  await geocode(http, address, [
    { address: '1 rue\nFictive, "bât. A"', postalCode: '69003' },
    { address: '2 rue Fictive', postalCode: '69003', codeInsee: '69383' },
  ]);
  expect(received[0]).toEqual([
    { rang: '0', adresse: '1 rue Fictive, "bât. A"', code_postal: '69003', code_insee: '' },
    { rang: '1', adresse: '2 rue Fictive', code_postal: '', code_insee: '69383' },
  ]);
});

test('many addresses are sent in several batches', async () => {
  const { address, received } = await serveBan(() => FOUND);
  const located = await geocode(
    http,
    address,
    Array.from({ length: 5_001 }, () => ({ address: 'rue Fictive' })),
  );
  expect(received.map((rows) => rows.length)).toEqual([5_000, 1]);
  expect(located.ok && located.value.length).toBe(5_001);
});

test('nothing is asked when there is nothing to locate', async () => {
  const { address, received } = await serveBan(() => FOUND);
  expect(await geocode(http, address, [])).toEqual({ ok: true, value: [] });
  expect(received).toEqual([]);
});

test('an answer of another form is refused', async () => {
  const address = await serve((_request, response) => response.end('<html>Service fermé</html>'));
  expect(await geocode(http, address, [{ address: 'rue Fictive' }])).toEqual({
    ok: false,
    refusal: { kind: 'unexpected-answer' },
  });
});
