/** « la 1:00 », « las 9:30 »: one o’clock alone is singular. `clock` begins with the hour, without a leading zero. */
export const theHour = (clock: string): string => (/^1:/.test(clock) ? `la ${clock}` : `las ${clock}`);
