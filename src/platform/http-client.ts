import { setTimeout as wait } from 'node:timers/promises';
import { ok, type Result, refuse } from '../kernel/result.ts';
import { ACCEPTED_ENCODINGS, type ExchangeResponse, exchange } from './http-exchange.ts';
import type { DownloadRefusal } from './http-refusal.ts';
import { retryDelayMs } from './http-retry.ts';
import {
  checkedAddresses,
  type PrivateAddressPolicy,
  type ResolveHost,
  resolveHost,
} from './public-address.ts';

export type { DownloadRefusal } from './http-refusal.ts';

export interface HttpClientOptions {
  allowPrivateAddresses: PrivateAddressPolicy;
  /** Of one attempt, redirections and body included. */
  timeoutMs?: number;
  /** Of a body, compressed or not. */
  maxBytes?: number;
  userAgent?: string;
  maxRedirects?: number;
  maxAttempts?: number;
  sleep?: (delayMs: number) => Promise<unknown>;
  /** Between 0 and 1; spreads retries so that many clients do not come back at once. */
  random?: () => number;
  now?: () => Date;
  resolve?: ResolveHost;
}

type Download =
  | { status: 'not-modified' }
  | {
      status: 'modified';
      bytes: Uint8Array;
      /** After redirections. */
      finalUrl: string;
      etag?: string;
      lastModified?: string;
      contentType?: string;
    };

/** What was received last time: the server then answers in a few bytes when nothing changed. */
interface KnownVersion {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export interface HttpClient {
  download(url: string, known?: KnownVersion): Promise<Result<Download, DownloadRefusal>>;
  getJson(url: string): Promise<Result<unknown, DownloadRefusal | { kind: 'malformed-json' }>>;
  /** Sent as multipart/form-data; may be repeated by a retry, so only for requests that change nothing. */
  postForm(url: string, form: FormData): Promise<Result<Uint8Array, DownloadRefusal>>;
  /** Sent once, never repeated: for requests that do something each time they are received. */
  postJson(
    url: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Result<Uint8Array, DownloadRefusal>>;
}

type Settings = Required<HttpClientOptions>;

const DEFAULTS: Omit<Settings, 'allowPrivateAddresses'> = {
  timeoutMs: 60_000,
  maxBytes: 200 * 1024 * 1024,
  userAgent: 'Maillon/0.1 (digital inclusion directory)',
  maxRedirects: 5,
  maxAttempts: 4,
  sleep: wait,
  random: Math.random,
  now: () => new Date(),
  resolve: resolveHost,
};

/** Only http and https, only public addresses unless allowed, at every redirection; bounded in time and size. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const settings = { ...DEFAULTS, ...options };
  return {
    download: (url, known = {}) => download(settings, url, known),
    getJson: (url) => getJson(settings, url),
    postForm: (url, form) => postForm(settings, url, form),
    postJson: (url, body, headers = {}) => postJson(settings, url, { body, headers }),
  };
}

interface Call {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: Uint8Array;
}

interface Answer extends ExchangeResponse {
  finalUrl: string;
}

async function download(
  settings: Settings,
  url: string,
  { etag, lastModified }: KnownVersion,
): Promise<Result<Download, DownloadRefusal>> {
  const headers = {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
  const answer = await callWithRetries(settings, { method: 'GET', url, headers });
  if (!answer.ok) return answer;
  const { status, bytes, finalUrl, headers: received } = answer.value;
  if (status === 304) return ok({ status: 'not-modified' });
  return ok({
    status: 'modified',
    bytes,
    finalUrl,
    ...(received.etag ? { etag: received.etag } : {}),
    ...(received['last-modified'] ? { lastModified: received['last-modified'] } : {}),
    ...(received['content-type'] ? { contentType: received['content-type'] } : {}),
  });
}

async function getJson(
  settings: Settings,
  url: string,
): Promise<Result<unknown, DownloadRefusal | { kind: 'malformed-json' }>> {
  const headers = { accept: 'application/json' };
  const answer = await callWithRetries(settings, { method: 'GET', url, headers });
  if (!answer.ok) return answer;
  try {
    return ok(JSON.parse(new TextDecoder().decode(answer.value.bytes)));
  } catch {
    // `JSON.parse` fails in this way only.
    return refuse({ kind: 'malformed-json' });
  }
}

async function postForm(
  settings: Settings,
  url: string,
  form: FormData,
): Promise<Result<Uint8Array, DownloadRefusal>> {
  // The platform's own encoder chooses the boundary and writes the parts.
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  const headers = {
    'content-type': encoded.headers.get('content-type')!,
    'content-length': String(body.length),
  };
  const answer = await callWithRetries(settings, { method: 'POST', url, headers, body });
  return answer.ok ? ok(answer.value.bytes) : answer;
}

async function postJson(
  settings: Settings,
  url: string,
  { body, headers }: { body: unknown; headers: Record<string, string> },
): Promise<Result<Uint8Array, DownloadRefusal>> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const described = {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    accept: 'application/json',
    ...headers,
  };
  const answer = await callOnce(settings, { method: 'POST', url, headers: described, body: bytes });
  return answer.ok ? ok(answer.value.bytes) : answer;
}

async function callWithRetries(settings: Settings, call: Call): Promise<Result<Answer, DownloadRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await callOnce(settings, call);
    if (answer.ok || attempt === settings.maxAttempts) return answer;
    const delayMs = retryDelayMs(answer.refusal, attempt, settings.random());
    if (delayMs === null) return answer;
    await settings.sleep(delayMs);
  }
}

async function callOnce(settings: Settings, call: Call): Promise<Result<Answer, DownloadRefusal>> {
  const deadline = AbortSignal.timeout(settings.timeoutMs);
  const late = refuse({ kind: 'timeout', afterMs: settings.timeoutMs });
  const expiry = new Promise<typeof late>((resolve) => {
    deadline.addEventListener('abort', () => resolve(late), { once: true });
  });
  // The name server has no time limit of its own, hence the race.
  return Promise.race([followRedirects(settings, call, deadline), expiry]);
}

async function followRedirects(
  settings: Settings,
  call: Call,
  signal: AbortSignal,
): Promise<Result<Answer, DownloadRefusal>> {
  let url = parseUrl(call.url);
  for (let hop = 0; hop <= settings.maxRedirects; hop += 1) {
    if (!url || !['http:', 'https:'].includes(url.protocol)) {
      return refuse({ kind: 'unsupported-protocol', protocol: url?.protocol ?? call.url });
    }
    const response = await oneHop(settings, { ...call, url, signal });
    if (!response.ok) return response;
    const next = redirectTarget(call.method, url, response.value);
    if (next === null) return finalAnswer(settings, url, response.value);
    url = next;
  }
  return refuse({ kind: 'too-many-redirects', limit: settings.maxRedirects });
}

async function oneHop(
  settings: Settings,
  { url, signal, ...call }: Omit<Call, 'url'> & { url: URL; signal: AbortSignal },
): Promise<Result<ExchangeResponse, DownloadRefusal>> {
  const addresses = await checkedAddresses(url, settings.allowPrivateAddresses, settings.resolve);
  if (!addresses.ok) return addresses;
  const headers = {
    'user-agent': settings.userAgent,
    'accept-encoding': ACCEPTED_ENCODINGS,
    accept: '*/*',
    ...call.headers,
  };
  const { maxBytes } = settings;
  const response = await exchange({ ...call, url, headers, addresses: addresses.value, maxBytes, signal });
  if (response.ok || response.refusal.kind !== 'timeout')
    return response as Result<ExchangeResponse, DownloadRefusal>;
  return refuse({ kind: 'timeout', afterMs: settings.timeoutMs });
}

/** Moving a POST elsewhere as a GET, as browsers do, would lose what was sent: only 307 and 308 keep it. */
function redirectTarget(
  method: Call['method'],
  from: URL,
  { status, headers }: ExchangeResponse,
): URL | null {
  const isRedirect =
    method === 'GET' ? [301, 302, 303, 307, 308].includes(status) : [307, 308].includes(status);
  return isRedirect && headers.location ? parseUrl(headers.location, from) : null;
}

const parseUrl = (text: string, base?: URL): URL | null =>
  URL.canParse(text, base) ? new URL(text, base) : null;

function finalAnswer(
  { now }: Settings,
  url: URL,
  response: ExchangeResponse,
): Result<Answer, DownloadRefusal> {
  const { status, headers } = response;
  if ((status >= 200 && status < 300) || status === 304) return ok({ ...response, finalUrl: url.href });
  const retryAfterSeconds = parseRetryAfter(headers['retry-after'], now());
  return refuse({ kind: 'http-error', status, ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }) });
}

/** Seconds, or an HTTP date (RFC 9110, section 10.2.3). */
function parseRetryAfter(text: string | undefined, now: Date): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text);
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : Math.max(0, Math.ceil((instant - now.getTime()) / 1000));
}
