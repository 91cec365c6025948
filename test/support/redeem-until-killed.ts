import { openDatabase } from '../../src/platform/db/open-database.ts';
import { type DeskLocation, must, redeemFrom } from './scheme.ts';

/**
 * A process that is meant to be killed: at each desk, one pass after another. It says what it asks before it asks
 * (`ask KEY CODE`), as a phone keeps its request, and what it was told (`done KEY`).
 */
const { codes, ...location } = JSON.parse(process.argv[2]!) as DeskLocation & { codes: string[] };
const db = must(await openDatabase({ ...location, command: 'test' }));
const say = (line: string) => process.stdout.write(`${line}\n`);
await Promise.all(
  codes.map(async (code, desk) => {
    for (let hour = 0; ; hour += 1) {
      const key = `${process.pid}-${desk}-${hour}`;
      say(`ask ${key} ${code}`);
      must(await redeemFrom(db, { key, code }));
      say(`done ${key}`);
    }
  }),
);
