const ORIGIN = 'http://maillon.example';

/** The shelves that browsers give to a site, in memory: what our worker uses of them, no more. */
export function fakeCaches(): CacheStorage {
  const shelves = new Map<string, Map<string, Response>>();
  const urlOf = (request: RequestInfo | URL): string =>
    new URL(typeof request === 'object' && 'url' in request ? request.url : request, ORIGIN).href;
  const shelfOf = (name: string): Map<string, Response> => {
    const shelf = shelves.get(name) ?? new Map<string, Response>();
    shelves.set(name, shelf);
    return shelf;
  };
  const open = (name: string) => {
    const shelf = shelfOf(name);
    return {
      put: async (request: RequestInfo | URL, response: Response) => {
        shelf.set(urlOf(request), response);
      },
      addAll: async (paths: string[]) => {
        for (const path of paths) shelf.set(urlOf(path), new Response(path));
      },
      match: async (request: RequestInfo | URL) => shelf.get(urlOf(request))?.clone(),
      delete: async (request: RequestInfo | URL) => shelf.delete(urlOf(request)),
      keys: async () => [...shelf.keys()].map((url) => new Request(url)),
    };
  };
  return {
    open: async (name: string) => open(name),
    keys: async () => [...shelves.keys()],
    delete: async (name: string) => shelves.delete(name),
    match: async (request: RequestInfo | URL, { cacheName }: { cacheName?: string } = {}) => {
      const names = cacheName === undefined ? [...shelves.keys()] : [cacheName];
      for (const name of names) {
        const found = shelves.get(name)?.get(urlOf(request));
        if (found) return found.clone();
      }
      return undefined;
    },
  } as unknown as CacheStorage;
}
