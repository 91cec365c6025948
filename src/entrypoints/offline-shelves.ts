import type { KeptDepartement } from '../modules/finder/index.ts';

/** What a phone keeps: the look of pages, the places of the départements asked for, the last places visited. */
export interface Shelves {
  /** The files that every page asks for, at the version of this program. */
  fillShell(files: readonly string[]): Promise<void>;
  /** Leaves nothing of another version. */
  removeOld(): Promise<void>;
  fileOf(request: Request): Promise<Response | undefined>;
  keepVisit(path: string, page: Response): Promise<void>;
  visitTo(path: string): Promise<Response | undefined>;
  /** Names what is kept, so that it is read again only when it has changed. */
  stamp(): Promise<string>;
  departements(): Promise<KeptDepartement[]>;
  /** Asks again for what is a week old: what was asked for once stays true. */
  refreshOld(): Promise<void>;
}

interface Deps {
  caches: CacheStorage;
  fetch: (path: string) => Promise<Response>;
  now: () => number;
  version: string;
}

export const MOST_VISITS = 50;
export const REFRESH_AFTER_MS = 7 * 24 * 3600 * 1000;

export function openShelves({ caches, fetch, now, version }: Deps): Shelves {
  const names = { shell: `maillon-${version}`, places: 'maillon-lieux', visits: 'maillon-visites' };
  return {
    async fillShell(files) {
      await (await caches.open(names.shell)).addAll([...files]);
    },
    async removeOld() {
      const wanted = Object.values(names);
      // Other programs of ours keep theirs under other names.
      for (const name of await caches.keys())
        if (name.startsWith('maillon-') && !wanted.includes(name)) await caches.delete(name);
    },
    fileOf: (request) => caches.match(request),
    async keepVisit(path, page) {
      const shelf = await caches.open(names.visits);
      // Written again, it becomes the latest: the order is that of writing.
      await shelf.delete(path);
      await shelf.put(path, page);
      for (const old of (await shelf.keys()).slice(0, -MOST_VISITS)) await shelf.delete(old);
    },
    visitTo: (path) => caches.match(path, { cacheName: names.visits }),
    async stamp() {
      const files = await readFiles(await caches.open(names.places));
      return files.map(({ path, answer }) => `${path} ${answer.headers.get('last-modified')}`).join('\n');
    },
    async departements() {
      const files = await readFiles(await caches.open(names.places));
      return Promise.all(files.map(({ answer }) => answer.json() as Promise<KeptDepartement>));
    },
    async refreshOld() {
      const shelf = await caches.open(names.places);
      for (const { path, answer } of await readFiles(shelf)) {
        const age = now() - Date.parse(answer.headers.get('last-modified') ?? '');
        // One without a date was kept by an older program.
        if (age < REFRESH_AFTER_MS) continue;
        const renewed = await fetch(path);
        if (renewed.ok) await shelf.put(path, renewed);
      }
    },
  };
}

/** The files of places, and nothing else that may lie on their shelf. */
async function readFiles(shelf: Cache): Promise<{ path: string; answer: Response }[]> {
  const files: { path: string; answer: Response }[] = [];
  for (const request of await shelf.keys()) {
    const answer = await shelf.match(request);
    if (answer?.headers.get('content-type')?.startsWith('application/json'))
      files.push({ path: new URL(request.url).pathname, answer });
  }
  return files;
}
