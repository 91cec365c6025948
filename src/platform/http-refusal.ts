/** Why the outside world did not answer, or was not asked. */
export type DownloadRefusal =
  | { kind: 'unsupported-protocol'; protocol: string }
  | { kind: 'private-address'; host: string }
  | { kind: 'unreachable'; host: string; cause: string }
  | { kind: 'http-error'; status: number; retryAfterSeconds?: number }
  | { kind: 'too-many-redirects'; limit: number }
  | { kind: 'timeout'; afterMs: number }
  | { kind: 'too-large'; limitBytes: number };
