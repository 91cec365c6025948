import type { LateItem } from '../../domain/late-signature.ts';
import type { DeviceKeys } from './late-item.ts';

/** What a device keeps: its keys, and the passes that wait, closed. No code that can be read, nobody’s name. */
const NAME = 'pass-hors-ligne';

export type Waiting = LateItem & {
  structure: string;
  /** Whose key signed it: since then, the device may have been prepared again. */
  device: string;
  /** How long the help was, in the words of the page: for whoever looks at the queue. */
  help: string;
  /** It left once at least: without an answer, only the ledger knows whether it came. */
  hasLeft?: true;
};

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys', { keyPath: 'structure' });
      request.result.createObjectStore('waiting', { keyPath: 'key' });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

type Shelf = 'keys' | 'waiting';

/** In a transaction of its own, done once it is on the disk: no other window stands between what it reads and writes. */
async function within<Answer>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  what: (store: IDBObjectStore) => () => Answer,
): Promise<Answer> {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(shelf, mode);
      const answer = what(transaction.objectStore(shelf));
      transaction.oncomplete = () => done(answer());
      transaction.onabort = () => failed(transaction.error);
      transaction.onerror = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

const ask = <Answer>(
  shelf: Shelf,
  mode: IDBTransactionMode,
  what: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> =>
  within(shelf, mode, (store) => {
    const request = what(store);
    return () => request.result;
  });

export const readKeys = (structure: string): Promise<DeviceKeys | undefined> =>
  ask('keys', 'readonly', (store) => store.get(structure));

export const keepKeys = (keys: DeviceKeys): Promise<unknown> =>
  ask('keys', 'readwrite', (store) => store.put(keys));

export const forgetKeys = (structure: string): Promise<unknown> =>
  ask('keys', 'readwrite', (store) => store.delete(structure) as IDBRequest<unknown>);

/** In the order in which help was given. */
export async function readWaiting(structure: string): Promise<Waiting[]> {
  const all: Waiting[] = await ask('waiting', 'readonly', (store) => store.getAll());
  return all.filter((one) => one.structure === structure).sort((a, b) => a.at.localeCompare(b.at));
}

export const keepWaiting = (one: Waiting): Promise<unknown> =>
  ask('waiting', 'readwrite', (store) => store.put(one));

export const forget = (key: string): Promise<unknown> =>
  ask('waiting', 'readwrite', (store) => store.delete(key) as IDBRequest<unknown>);

/** Those that are still there, marked before they leave: from then on nobody removes them here, in any window. */
export const letLeave = (some: readonly Waiting[]): Promise<Waiting[]> =>
  within('waiting', 'readwrite', (store) => {
    const leaving: Waiting[] = [];
    for (const { key } of some) {
      const found: IDBRequest<Waiting | undefined> = store.get(key);
      found.onsuccess = () => {
        if (!found.result) return;
        store.put({ ...found.result, hasLeft: true });
        leaving.push(found.result);
      };
    }
    return () => leaving;
  });

/** Typed by mistake: it never leaves. False once it left, since it may have come, or was removed in another window. */
export const remove = (key: string): Promise<boolean> =>
  within('waiting', 'readwrite', (store) => {
    const found: IDBRequest<Waiting | undefined> = store.get(key);
    const isHere = () => found.result !== undefined && !found.result.hasLeft;
    found.onsuccess = () => {
      if (isHere()) store.delete(key);
    };
    return isHere;
  });
