// Built into one file without dependency, given with every export: whoever holds the journal can check it, for ever.

import { readJournalFile } from './read-journal-file.ts';
import { verifyJournal } from './verify-journal.ts';

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('Usage : node verifier.mjs journal.ndjson\n');
  process.exit(2);
}
try {
  const { entries, accounts, faults } = await verifyJournal(readJournalFile(path));
  for (const fault of faults) process.stdout.write(`${JSON.stringify(fault)}\n`);
  process.stdout.write(
    faults.length === 0
      ? 'Le registre est intact. / The ledger is intact.\n'
      : 'Le registre a été touché. / The ledger was changed.\n',
  );
  process.stdout.write(`entries: ${entries}, accounts: ${accounts}, faults: ${faults.length}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${path} cannot be read: ${(error as Error).message}\n`);
  process.exitCode = 2;
}
