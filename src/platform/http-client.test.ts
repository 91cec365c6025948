import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readForm, serve } from '../../test/support/local-server.ts';
import { createHttpClient, type HttpClientOptions } from './http-client.ts';

type Handler = Parameters<typeof serve>[0];

function client(options: Partial<HttpClientOptions> = {}) {
  const sleeps: number[] = [];
  const http = createHttpClient({
    allowPrivateAddresses: true,
    sleep: async (delayMs) => sleeps.push(delayMs),
    random: () => 1,
    ...options,
  });
  return { ...http, sleeps };
}

/** Answers with the statuses in order, then with 200. */
function failing(statuses: number[], headers: Record<string, string> = {}): Handler & { calls: number } {
  const handler = Object.assign(
    (_request: IncomingMessage, response: ServerResponse) => {
      const status = statuses[handler.calls] ?? 200;
      handler.calls += 1;
      response.writeHead(status, status === 200 ? {} : headers).end('done');
    },
    { calls: 0 },
  );
  return handler;
}

test('a file is received with what is needed to ask for it again', async () => {
  const address = await serve((_request, response) => {
    response.writeHead(200, {
      etag: '"v1"',
      'last-modified': 'Wed, 01 May 2024 00:00:00 GMT',
      'content-type': 'text/csv',
    });
    response.end('nom;commune\n');
  });
  const result = await client().download(`${address}/lieux.csv`);
  expect(result).toEqual({
    ok: true,
    value: {
      status: 'modified',
      bytes: new Uint8Array(Buffer.from('nom;commune\n')),
      finalUrl: `${address}/lieux.csv`,
      etag: '"v1"',
      lastModified: 'Wed, 01 May 2024 00:00:00 GMT',
      contentType: 'text/csv',
    },
  });
});

test('a file that did not change since the known version is not sent again', async () => {
  const address = await serve(({ headers }, response) => {
    const isKnown = headers['if-none-match'] === '"v1"' && headers['if-modified-since'] !== undefined;
    response.writeHead(isKnown ? 304 : 200).end();
  });
  const known = { etag: '"v1"', lastModified: 'Wed, 01 May 2024 00:00:00 GMT' };
  expect(await client().download(address, known)).toEqual({ ok: true, value: { status: 'not-modified' } });
});

test('the client says who it is', async () => {
  const address = await serve(({ headers }, response) => response.end(headers['user-agent']));
  const result = await client({ userAgent: 'Essai/1' }).download(address);
  expect(result.ok && result.value.status === 'modified' && Buffer.from(result.value.bytes).toString()).toBe(
    'Essai/1',
  );
});

test('a passing failure is retried after growing delays', async () => {
  const handler = failing([503, 500, 429]);
  const { download, sleeps } = client();
  expect((await download(await serve(handler))).ok).toBe(true);
  expect(handler.calls).toBe(4);
  expect(sleeps).toEqual([500, 1000, 2000]);
});

test('chance takes up to half of each delay away, so that clients do not come back together', async () => {
  const { download, sleeps } = client({ random: () => 0 });
  await download(await serve(failing([503, 503])));
  expect(sleeps).toEqual([250, 500]);
});

test('retries come to an end', async () => {
  const handler = failing(Array(20).fill(503));
  const result = await client({ maxAttempts: 3 }).download(await serve(handler));
  expect(result).toEqual({ ok: false, refusal: { kind: 'http-error', status: 503 } });
  expect(handler.calls).toBe(3);
});

test('the delay that the server asks for is respected', async () => {
  const { download, sleeps } = client();
  await download(await serve(failing([429], { 'retry-after': '7' })));
  expect(sleeps).toEqual([7000]);
});

test('the delay may be given as a date', async () => {
  const { download, sleeps } = client({ now: () => new Date('2026-01-01T00:00:00Z') });
  await download(await serve(failing([503], { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' })));
  expect(sleeps).toEqual([9000]);
});

test('a server that asks for an hour is left alone', async () => {
  const handler = failing([429, 429], { 'retry-after': '3600' });
  const { download, sleeps } = client();
  const refusal = { kind: 'http-error', status: 429, retryAfterSeconds: 3600 };
  expect(await download(await serve(handler))).toEqual({ ok: false, refusal });
  expect([handler.calls, sleeps]).toEqual([1, []]);
});

test('a missing file is not asked for twice', async () => {
  const handler = failing([404, 404]);
  expect(await client().download(await serve(handler))).toEqual({
    ok: false,
    refusal: { kind: 'http-error', status: 404 },
  });
  expect(handler.calls).toBe(1);
});

test('a connection cut in the middle of the file is retried, never taken for the whole file', async () => {
  let calls = 0;
  const address = await serve((_request, response) => {
    calls += 1;
    response.writeHead(200, { 'content-length': '100' });
    if (calls < 3) response.write('half', () => response.destroy());
    else response.end('x'.repeat(100));
  });
  const result = await client().download(address);
  expect(result.ok && result.value.status === 'modified' && result.value.bytes.length).toBe(100);
  expect(calls).toBe(3);
});

test('a server that cannot be reached is said so', async () => {
  const result = await client({ maxAttempts: 1 }).download('http://127.0.0.1:1/lieux.csv');
  expect(result).toEqual({
    ok: false,
    refusal: { kind: 'unreachable', host: '127.0.0.1:1', cause: 'ECONNREFUSED' },
  });
});

test('a name that does not exist is not asked for twice', async () => {
  const { download, sleeps } = client({
    resolve: () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })),
  });
  expect(await download('http://absent.example/lieux.csv')).toEqual({
    ok: false,
    refusal: { kind: 'unreachable', host: 'absent.example', cause: 'ENOTFOUND' },
  });
  expect(sleeps).toEqual([]);
});

test('a server that says nothing is left after the time limit', async () => {
  const address = await serve(() => undefined);
  const result = await client({ timeoutMs: 100 }).download(address);
  expect(result).toEqual({ ok: false, refusal: { kind: 'timeout', afterMs: 100 } });
});

test('a file that never ends is left after the time limit', async () => {
  const address = await serve((_request, response) => {
    const drip = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(drip));
  });
  const result = await client({ timeoutMs: 150 }).download(address);
  expect(result).toEqual({ ok: false, refusal: { kind: 'timeout', afterMs: 150 } });
});

test('a name server that never answers is left after the time limit', async () => {
  const { download } = client({ timeoutMs: 100, resolve: () => new Promise(() => undefined) });
  const result = await download('http://lent.example/');
  expect(result).toEqual({ ok: false, refusal: { kind: 'timeout', afterMs: 100 } });
});

test('compressed files are opened', async () => {
  for (const [encoding, compress] of [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const) {
    const address = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(Buffer.from('nom;commune')));
    });
    const result = await client().download(address);
    expect(
      result.ok && result.value.status === 'modified' && Buffer.from(result.value.bytes).toString(),
    ).toBe('nom;commune');
  }
});

test('a damaged compression is not taken for a file', async () => {
  const address = await serve((_request, response) => {
    response
      .writeHead(200, { 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(5000, 65)).subarray(0, 20));
  });
  const result = await client({ maxAttempts: 1 }).download(address);
  expect(result.ok ? null : result.refusal.kind).toBe('unreachable');
});

test('a file announced larger than the limit is not read', async () => {
  const address = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '5000000' });
    response.write('x');
  });
  const result = await client({ maxBytes: 1000 }).download(address);
  expect(result).toEqual({ ok: false, refusal: { kind: 'too-large', limitBytes: 1000 } });
});

test('a file larger than the limit is left while it is being read', async () => {
  let sent = 0;
  const address = await serve((_request, response) => {
    const drip = setInterval(() => {
      sent += 10_000;
      response.write(Buffer.alloc(10_000));
    }, 1);
    response.on('close', () => clearInterval(drip));
  });
  const result = await client({ maxBytes: 100_000 }).download(address);
  expect(result).toEqual({ ok: false, refusal: { kind: 'too-large', limitBytes: 100_000 } });
  expect(sent).toBeLessThan(5_000_000);
});

test('a small compressed file that becomes enormous is left', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const address = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });
  const result = await client({ maxBytes: 1_000_000 }).download(address);
  expect(result).toEqual({ ok: false, refusal: { kind: 'too-large', limitBytes: 1_000_000 } });
});

test('redirections are followed, and the final address is given', async () => {
  const address = await serve(({ url }, response) => {
    if (url === '/ancien') response.writeHead(302, { location: '/nouveau' }).end();
    else response.end(url);
  });
  const result = await client().download(`${address}/ancien`);
  expect(result.ok && result.value.status === 'modified' && result.value.finalUrl).toBe(`${address}/nouveau`);
});

test('a loop of redirections is left', async () => {
  const address = await serve((_request, response) => response.writeHead(302, { location: '/' }).end());
  expect(await client({ maxRedirects: 3 }).download(address)).toEqual({
    ok: false,
    refusal: { kind: 'too-many-redirects', limit: 3 },
  });
});

test('only http and https are spoken, redirections included', async () => {
  const address = await serve((_request, response) =>
    response.writeHead(302, { location: 'file:///etc/hosts' }).end(),
  );
  const refusals = await Promise.all(
    ['file:///etc/hosts', 'ftp://exemple.fr/', 'data:text/csv,a', address].map((url) =>
      client().download(url),
    ),
  );
  expect(refusals.map((result) => (result.ok ? null : result.refusal.kind))).toEqual(
    Array(4).fill('unsupported-protocol'),
  );
});

test('what is not an address is refused', async () => {
  const refusal = { kind: 'unsupported-protocol', protocol: 'pas une adresse' };
  expect(await client().download('pas une adresse')).toEqual({ ok: false, refusal });
});

test('private addresses are refused unless allowed, however they are written', async () => {
  const address = await serve((_request, response) => response.end('secret'));
  const port = new URL(address).port;
  const hosts = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '169.254.169.254',
  ];
  for (const host of hosts) {
    const result = await client({ allowPrivateAddresses: false }).download(`http://${host}:${port}/`);
    expect([host, result.ok ? null : result.refusal.kind]).toEqual([host, 'private-address']);
  }
});

test('a public name that leads to a private address is refused', async () => {
  const resolve = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.8', family: 4 },
  ];
  expect(await client({ allowPrivateAddresses: false, resolve }).download('http://piege.example/')).toEqual({
    ok: false,
    refusal: { kind: 'private-address', host: 'piege.example' },
  });
});

test('every redirection is checked again', async () => {
  const address = await serve((_request, response) => {
    response.writeHead(302, { location: `http://localhost:${new URL(address).port}/interne` }).end();
  });
  const { download } = client({ allowPrivateAddresses: ['127.0.0.1'] });
  expect(await download(address)).toEqual({
    ok: false,
    refusal: { kind: 'private-address', host: 'localhost' },
  });
});

test('the connection uses the address that was checked, not a second answer of the name server', async () => {
  const address = await serve(({ headers }, response) => response.end(headers.host));
  const { port } = new URL(address);
  let questions = 0;
  const resolve = async () => {
    questions += 1;
    return [{ address: questions === 1 ? '127.0.0.1' : '10.255.255.1', family: 4 }];
  };
  const { download } = client({ allowPrivateAddresses: ['donnees.example'], resolve });
  const result = await download(`http://donnees.example:${port}/`);
  expect(result.ok && result.value.status === 'modified' && Buffer.from(result.value.bytes).toString()).toBe(
    `donnees.example:${port}`,
  );
  expect(questions).toBe(1);
});

test('a JSON answer is parsed, and another answer is refused', async () => {
  const address = await serve(({ url }, response) =>
    response.end(url === '/ok' ? '[{"nom":"Ville fictive"}]' : '<html>'),
  );
  expect(await client().getJson(`${address}/ok`)).toEqual({ ok: true, value: [{ nom: 'Ville fictive' }] });
  expect(await client().getJson(`${address}/page`)).toEqual({
    ok: false,
    refusal: { kind: 'malformed-json' },
  });
});

test('a form is sent whole, again after a passing failure', async () => {
  const received: string[] = [];
  const address = await serve(async (request, response) => {
    const form = await readForm(request);
    received.push(`${request.method} ${form.get('columns')} ${await (form.get('data') as File).text()}`);
    response.writeHead(received.length === 1 ? 503 : 200).end('ok');
  });
  const form = new FormData();
  form.append('columns', 'adresse');
  form.append('data', new File(['a;b'], 'adresses.csv', { type: 'text/csv' }));
  const result = await client().postForm(address, form);
  expect(result.ok && Buffer.from(result.value).toString()).toBe('ok');
  expect(received).toEqual(['POST adresse a;b', 'POST adresse a;b']);
});
