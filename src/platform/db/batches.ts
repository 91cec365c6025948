/** Rows sent to the database in one statement: 500 records of real sources weigh about 1 MB of JSON. */
const BATCH = 500;

export function* batchesOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
}
