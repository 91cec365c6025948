import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { findChromium } from '../support/chromium.ts';
import { CannotMeasure } from './harness.ts';

export interface Transfer {
  /** Heads and bodies as they leave the server, compressed, fonts left out. */
  bytes: number;
  fontBytes: number;
  requests: number;
  scriptBytes: number;
}

/** What the first and the second list cost a browser that never came, workers and icons included. */
export async function measureTransfer(
  origin: string,
  [first, second]: readonly [string, string],
): Promise<{ first: Transfer; second: Transfer; firstWithoutScripts: Transfer }> {
  const executablePath = await findChromium();
  if (!executablePath) throw new CannotMeasure('No browser on this machine.');
  const counter = await countBytes(origin);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const visit = async (page: import('@playwright/test').Page, path: string): Promise<Transfer> => {
      counter.reset();
      await page.goto(counter.origin + path, { waitUntil: 'networkidle' });
      // What a script asks for once the page is shown counts too.
      await page.waitForTimeout(SETTLE_MS);
      return counter.total();
    };
    const page = await (await browser.newContext()).newPage();
    const transfers = { first: await visit(page, first), second: await visit(page, second) };
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    return { ...transfers, firstWithoutScripts: await visit(plain, first) };
  } finally {
    await browser.close();
    await counter.close();
  }
}

const SETTLE_MS = 1500;

interface Answered {
  path: string;
  type: string;
  bytes: number;
}

/** Stands between the browser and the server, and counts every answer: a worker's requests escape the tools of a page. */
async function countBytes(origin: string) {
  let answers: Answered[] = [];
  const server = createServer((asked, answer) => {
    const onward = request(origin + asked.url, { method: asked.method, headers: asked.headers }, (got) => {
      const seen = { path: asked.url ?? '', type: got.headers['content-type'] ?? '', bytes: headBytes(got) };
      answers.push(seen);
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders);
      got.on('data', (chunk: Buffer) => {
        seen.bytes += chunk.length;
      });
      got.pipe(answer);
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sum = (some: Answered[]): number => some.reduce((total, { bytes }) => total + bytes, 0);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reset: () => {
      answers = [];
    },
    total: (): Transfer => {
      const fonts = answers.filter(({ type }) => type.startsWith('font/'));
      return {
        bytes: sum(answers) - sum(fonts),
        fontBytes: sum(fonts),
        requests: answers.length,
        scriptBytes: sum(answers.filter(({ type }) => type.includes('javascript'))),
      };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const headBytes = ({ rawHeaders, statusMessage = '' }: IncomingMessage): number =>
  'HTTP/1.1 200 \r\n\r\n'.length +
  statusMessage.length +
  rawHeaders.reduce((total, text) => total + Buffer.byteLength(text) + 2, 0);
