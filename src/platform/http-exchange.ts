import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { ResolvedAddress } from './public-address.ts';

export interface ExchangeRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body?: Uint8Array;
  /** The connection goes to one of these, whatever the name server says by then. */
  addresses: readonly ResolvedAddress[];
  /** Of the body, compressed or not. */
  maxBytes: number;
  signal: AbortSignal;
}

export interface ExchangeResponse {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Uint8Array;
}

export type ExchangeRefusal =
  | { kind: 'timeout' }
  | { kind: 'too-large'; limitBytes: number }
  | { kind: 'unreachable'; host: string; cause: string };

/** One request and its whole answer: no redirection, no retry. */
export async function exchange(request: ExchangeRequest): Promise<Result<ExchangeResponse, ExchangeRefusal>> {
  try {
    const response = await send(request);
    const status = response.statusCode ?? 0;
    // The page that comes with an error or a redirection is of no use.
    const bytes =
      status >= 200 && status < 300 ? await readBody(response, request.maxBytes) : new Uint8Array();
    if (!response.complete) response.destroy();
    if (!bytes) return refuse({ kind: 'too-large', limitBytes: request.maxBytes });
    return ok({ status, headers: response.headers, bytes });
  } catch (error) {
    // Connection, protocol and decompression failures are expected of the outside world.
    if (request.signal.aborted) return refuse({ kind: 'timeout' });
    const { code, message } = error as NodeJS.ErrnoException;
    return refuse({ kind: 'unreachable', host: request.url.host, cause: code ?? message });
  }
}

function send({ method, url, headers, body, addresses, signal }: ExchangeRequest): Promise<IncomingMessage> {
  const start = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = start(url, { method, headers, signal, agent: false, lookup: pinnedLookup(addresses) });
    outgoing.on('response', resolve).on('error', reject).end(body);
  });
}

const pinnedLookup =
  (addresses: readonly ResolvedAddress[]): LookupFunction =>
  (_host, options, callback) => {
    if (options.all) callback(null, [...addresses]);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };

/** The body once decompressed, or `null` as soon as it exceeds the limit. */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of decompressed(response)) {
    length += (chunk as Uint8Array).length;
    if (length > maxBytes) return null;
    chunks.push(chunk as Uint8Array);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function decompressed(response: IncomingMessage): Readable {
  const decoder = decoderOf(response.headers['content-encoding']);
  if (!decoder) return response;
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

export const ACCEPTED_ENCODINGS = 'gzip, br, deflate';

function decoderOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      return null;
  }
}
