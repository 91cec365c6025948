import { type Logger, pino } from 'pino';

export type { Logger };

/** Logs go to stderr: stdout carries results only. They never hold personal data. */
export const createLogger = (level: string): Logger =>
  pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
