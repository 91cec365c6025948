// Without network: prepares this device on a press, keeps signed passes in it, and sends them when the network is back.
import { printedCode, readCode } from '../domain/code.ts';
import { type LateAnswers, type Sent, sendQueue } from '../domain/late-sending.ts';
import { CLOCK_SLACK_MS, type LateItem, type PublicKey } from '../domain/late-signature.ts';
import { makeLateItem, makeSigningKey } from './parts/late-item.ts';
import { type Counted, countedWords, shortInstant, type Words } from './parts/offline-words.ts';
import {
  forget,
  forgetKeys,
  keepKeys,
  keepWaiting,
  letLeave,
  readKeys,
  readWaiting,
  remove,
  type Waiting,
} from './parts/queue.ts';
import { drawWaiting, waitingWords } from './parts/waiting-lines.ts';

/** Of the worker (`pass-worker.ts`): the page without network and what it needs to be drawn. */
const SHELF = 'pass-hors-ligne';

// biome-ignore lint/plugin: a script of the browser is an entry point, and this clock is what the device signs.
const now = (): Date => new Date();

/** By how much this clock is ahead of the server's, which dates each of its answers. */
const clockAheadMs = (answer: Response): number =>
  now().getTime() - (Date.parse(answer.headers.get('date') ?? '') || now().getTime());

const isClockWrong = (aheadMs: number): boolean => Math.abs(aheadMs) > CLOCK_SLACK_MS;

const postJson = (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Whoever is not signed in is led to a page: the passes stay here. */
const isJson = (answer: Response): boolean =>
  answer.ok && Boolean(answer.headers.get('content-type')?.startsWith('application/json'));

/** The page for later, with its styles, font and scripts, is asked for while there is network, and so is its worker. */
async function keepPage(base: string): Promise<{ aheadMs: number }> {
  const address = `${base}/sans-reseau`;
  const page = await fetch(address);
  if (!page.ok || page.redirected) throw new Error('The page without network cannot be kept.');
  const shelf = await caches.open(SHELF);
  const html = await page.clone().text();
  const files = new Set(html.match(/\/assets\/[\w.-]+/g) ?? []);
  for (const file of files) if (!(await shelf.match(file))) await shelf.add(file);
  await shelf.put(address, page.clone());
  for (const { url } of await shelf.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/assets/') && !files.has(pathname)) await shelf.delete(url);
  }
  await navigator.serviceWorker.register('/pass-hors-ligne.js', { scope: base });
  await navigator.serviceWorker.ready;
  return { aheadMs: clockAheadMs(page) };
}

interface Area {
  base: string;
  structure: string;
  words: Words;
  say: (text: string) => void;
}

/** Half prepared is not prepared: the keys are kept last. Gives the number of the device, or null. */
async function prepare({ base, structure, words, say }: Area): Promise<string | null> {
  say(words.preparing);
  try {
    const { aheadMs } = await keepPage(base);
    if (isClockWrong(aheadMs)) {
      say(clockWords(words, aheadMs));
      return null;
    }
    const { privateKey, publicKey } = await makeSigningKey();
    const answer = await postJson(`${base}/appareils`, publicKey);
    if (!isJson(answer)) throw new Error('The device was not registered.');
    const { device, sealingKey } = (await answer.json()) as { device: string; sealingKey: PublicKey };
    await keepKeys({ structure, device, privateKey, sealingKey });
    await navigator.storage?.persist?.();
    say(words.ready);
    return device;
  } catch {
    say(words.failed);
    return null;
  }
}

const clockWords = (words: Words, aheadMs: number): string => {
  const shown = now();
  return words.clock
    .replace('#', shortInstant(shown))
    .replace('%', shortInstant(new Date(shown.getTime() - aheadMs)));
};

async function send({ base, structure, words, say }: Area): Promise<void> {
  if ((await readWaiting(structure)).length === 0) return;
  say(words.sending);
  const sent = await sendQueue({
    read: () => readWaiting(structure),
    forget,
    letLeave: (waiting) => letLeave(waiting.filter(({ device }) => device === waiting[0]!.device)),
    post: async (leaving) => {
      const answer = await postJson(`${base}/differes`, envelopeOf(leaving)).catch(() => null);
      if (!answer) return 'no-network';
      if (!isJson(answer)) return 'signed-out';
      const said = (await answer.json()) as Omit<LateAnswers, 'clockAheadMs'>;
      return { ...said, clockAheadMs: clockAheadMs(answer) };
    },
  });
  say(sentWords(words, sent));
}

/** All of one device, without what is kept for this side; those of another come in the next sending. */
const envelopeOf = (leaving: readonly Waiting[]): { device: string; items: LateItem[] } => ({
  device: leaving[0]!.device,
  items: leaving.map(({ structure: _, device: _device, help: _help, hasLeft: _hasLeft, ...item }) => item),
});

const sentWords = (words: Words, sent: Sent): string => {
  const some = (counted: Counted, count: number) => (count > 0 ? countedWords(counted, count) : '');
  const stopped = { 'no-network': words.noNetwork, 'signed-out': words.signIn };
  return [
    some(words.sent, sent.done),
    some(words.refused, sent.refused),
    sent.stopped && stopped[sent.stopped],
    sent.waitMinutes > 0 ? words.wait.replace('#', String(sent.waitMinutes)) : '',
    isClockWrong(sent.clockAheadMs) ? clockWords(words, sent.clockAheadMs) : '',
  ]
    .filter(Boolean)
    .join(' ');
};

/** What is wrong is said before it is kept: without network nobody else will see it for days. */
async function keepForm(form: HTMLFormElement, { structure, words, say }: Area): Promise<void> {
  const given = new FormData(form);
  const code = readCode(String(given.get('code') ?? ''));
  const keys = await readKeys(structure);
  if (!keys) return say(words.notReady);
  if (!code.ok) return say(words.mistyped);
  if (given.get('presence') !== 'oui') return say(words.notAttended);
  const chosen = form.querySelector<HTMLInputElement>('input[name=combien]:checked');
  const help = chosen?.parentElement?.querySelector('label')?.textContent ?? '';
  const item = await makeLateItem(keys, {
    code: printedCode(code.value),
    count: Number(chosen?.value ?? 1),
    theme: String(given.get('theme') ?? '') || null,
    hasAttended: true,
    at: now().toISOString(),
  });
  await keepWaiting({ ...item, structure, device: keys.device, help });
  form.reset();
  say(words.kept.replace('#', help));
}

function start(element: HTMLElement): void {
  const { base = '', structure = '', words = '{}', live, own } = element.dataset;
  const says = element.querySelector<HTMLElement>('[data-says]')!;
  const form = document.querySelector<HTMLFormElement>('[data-pass-keep]');
  const say = (text: string) => {
    says.textContent = text;
    // On a telephone, the button that was pressed may be far from it.
    if (form) says.scrollIntoView({ block: 'nearest' });
  };
  const area: Area = { base, structure, words: JSON.parse(words) as Words, say };
  const show = (when: string, isShown: boolean) => {
    for (const part of element.querySelectorAll<HTMLElement>(`[data-when="${when}"]`)) part.hidden = !isShown;
  };
  /** Numbers of devices that count, and of those of this person; the page without network knows neither. */
  const known = { live: live?.split(' '), own: own?.split(' ') };
  const isPrepared = async (): Promise<boolean> => {
    const keys = await readKeys(structure);
    return keys !== undefined && (known.own?.includes(keys.device) ?? true);
  };
  /** Not in turn: a sending that lasts keeps nobody from removing what did not leave. */
  const onRemove = async (one: Waiting): Promise<void> => {
    const isRemoved = await remove(one.key);
    say((isRemoved ? area.words.removed : area.words.notRemoved).replace('#', waitingWords(area.words, one)));
    await refresh();
    // The button that was pressed is gone: Tab goes on from here.
    says.focus();
  };
  const refresh = async (): Promise<void> => {
    const [isReady, waiting] = await Promise.all([isPrepared(), readWaiting(structure)]);
    show('prepared', isReady);
    show('unprepared', !isReady);
    show('waiting', waiting.length > 0);
    element.querySelector('[data-count]')!.textContent = countedWords(area.words.waiting, waiting.length);
    drawWaiting(element.querySelector('[data-list]')!, waiting, { words: area.words, onRemove });
    element.hidden = false;
  };

  // One after the other: two sendings at once would say the same passes twice.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work).then(refresh, refresh);
  };
  element.querySelector('[data-do="prepare"]')?.addEventListener('click', () =>
    inTurn(async () => {
      const device = await prepare(area);
      if (device) known.own?.push(device);
    }),
  );
  element.querySelector('[data-do="send"]')?.addEventListener('click', () => inTurn(() => send(area)));
  window.addEventListener('online', () => inTurn(() => send(area)));
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    inTurn(() => keepForm(form, area));
  });
  inTurn(async () => {
    if (form || !navigator.onLine) return;
    await send(area);
    const keys = await readKeys(structure);
    if (!keys) return;
    // It must keep nothing more: all of it would be refused.
    if (known.live && !known.live.includes(keys.device)) await forgetKeys(structure);
    // Since the device was prepared, its themes and its programmes may have changed, and the browser been emptied in part.
    else await keepPage(base);
    if (!(await isPrepared())) say(area.words.notYours);
  });
}

const found = document.querySelector<HTMLElement>('[data-pass-offline]');
if (found && 'serviceWorker' in navigator && window.indexedDB && window.crypto?.subtle) start(found);
