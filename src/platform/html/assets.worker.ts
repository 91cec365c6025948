declare const SHELL_NAMES: Readonly<Record<string, string>>;

/** In the phone, the names are written into the worker when it is built (scripts/build-worker.mjs). */
export const assetUrl = (name: string): string => `/assets/${SHELL_NAMES[name] ?? name}`;
