import MiniSearch, { type SearchOptions } from 'minisearch';
import pg from 'pg';
import { foldKey } from '../../src/kernel/text.ts';
import { FACETS, isOpeningFacet, settledFacetsOf } from '../../src/modules/finder/domain/index/facets.ts';
import { SHORTEST_PREFIX, slipsAllowed } from '../../src/modules/finder/domain/text-match.ts';
import { calendarOf } from '../../src/modules/finder/domain/time-zone.ts';
import { pointOf, type SearchablePlace } from '../../src/modules/finder/domain/world.ts';
import { openWeeks } from '../../src/modules/standard/index.ts';
import {
  createDatabase,
  dropDatabase,
  type PostgresServer,
  startServer,
} from '../support/postgres-server.ts';
import type { FullQuery } from './search-queries.ts';

/** Monday 23 November 2026 by the clock of Paris. */
const MONDAY_MS = Date.UTC(2026, 10, 23);
const MINUTE_MS = 60_000;
const PARIS_OFFSET_MS = 3_600_000;

const facetNumber = new Map<string, number>(FACETS.map((facet, rank) => [facet, rank]));

/** Everything it needs stands in one row; each condition has its index, and so has the order. */
const SCHEMA = `
  create extension cube; create extension earthdistance; create extension pg_trgm;
  create table place (
    id text primary key, name_key text not null, words text not null, at earth not null,
    facets smallint[] not null, open int4multirange not null
  );`;
const INDEXES = `
  create index on place using gist (at);
  create index on place using gin (words gin_trgm_ops);
  create index on place using gin (facets);
  create index on place using gist (open);
  analyze place;`;

/**
 * Slips by word similarity, the circle by its enclosing cube, then exactly; the twenty nearest. No total and no counts,
 * which ours gives besides.
 */
const QUERY = {
  name: 'full',
  text: `
    select id, earth_distance(at, ll_to_earth($1, $2)) as metres from place
    where earth_box(ll_to_earth($1, $2), $3) @> at and earth_distance(at, ll_to_earth($1, $2)) <= $3
      and facets @> $4::smallint[] and open @> $5::int and words %> $6
    order by metres, name_key, id limit $7`,
};

export interface PostgresPeer {
  ask(query: FullQuery): Promise<number>;
  stop(): Promise<void>;
}

export async function openPostgres(
  found: PostgresServer,
  places: readonly SearchablePlace[],
): Promise<PostgresPeer> {
  const server = await startServer(found);
  const url = await createDatabase(server.url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(SCHEMA);
  const rows = places.filter(({ fields }) => pointOf(fields) !== undefined).map(toRow);
  for (let start = 0; start < rows.length; start += BATCH)
    await insert(client, rows.slice(start, start + BATCH));
  await client.query(INDEXES);
  return {
    async ask({ origin, radiusMetres, facets, openAt, text, limit }) {
      const settled = facets
        .filter((facet) => !isOpeningFacet(facet))
        .map((facet) => facetNumber.get(facet)!);
      const minute = (openAt.getTime() + PARIS_OFFSET_MS - MONDAY_MS) / MINUTE_MS;
      const values = [origin.latitude, origin.longitude, radiusMetres, settled, minute, text, limit];
      return (await client.query({ ...QUERY, values })).rows.length;
    },
    async stop() {
      await client.end();
      await dropDatabase(server.url, url);
      await server.stop();
    },
  };
}

const BATCH = 2_000;

function toRow({ id, fields }: SearchablePlace) {
  const { openingHours, name = '', commune = '' } = fields;
  const week = { mondayMs: MONDAY_MS, count: 1 };
  const times = openingHours ? openWeeks(openingHours, calendarOf(fields).departement, week)[0]! : [];
  const ranges = Array.from(
    { length: times.length / 2 },
    (_, at) => `[${times[2 * at]},${times[2 * at + 1]})`,
  );
  return {
    id,
    name_key: foldKey(name),
    words: foldKey(`${name} ${commune}`),
    latitude: fields.latitude,
    longitude: fields.longitude,
    facets: `{${settledFacetsOf(fields).map((facet) => facetNumber.get(facet))}}`,
    open: `{${ranges}}`,
  };
}

async function insert(client: pg.Client, rows: readonly ReturnType<typeof toRow>[]): Promise<void> {
  await client.query(
    `insert into place
     select id, name_key, words, ll_to_earth(latitude, longitude), facets::smallint[], open::int4multirange
     from jsonb_to_recordset($1) as row
       (id text, name_key text, words text, latitude float, longitude float, facets text, open text)`,
    [JSON.stringify(rows)],
  );
}

export interface MiniSearchPeer {
  /** At one go, as it is made to be asked. */
  ask(text: string): number;
  /** As ours does it: exact words hide beginnings, which hide slips; each step is asked for only when it must be. */
  askInSteps(text: string): number;
}

/** The same names and towns; every word asked for, with beginnings and slips from as many letters as ours. */
export function openMiniSearch(places: readonly SearchablePlace[]): MiniSearchPeer {
  const search = new MiniSearch({ fields: ['name', 'town'], idField: 'id' });
  search.addAll(
    places.map(({ id, fields }) => ({
      id,
      name: foldKey(fields.name ?? ''),
      town: foldKey(`${fields.commune ?? ''} ${fields.postalCode ?? ''}`),
    })),
  );
  const exact: SearchOptions = { combineWith: 'AND' };
  const begun: SearchOptions = { ...exact, prefix: (word) => word.length >= SHORTEST_PREFIX };
  const slipped: SearchOptions = { ...begun, fuzzy: (word) => slipsAllowed(word.length) };
  return {
    ask: (text) => search.search(text, slipped).length,
    askInSteps(text) {
      for (const options of [exact, begun]) {
        const found = search.search(text, options).length;
        if (found > 0) return found;
      }
      return search.search(text, slipped).length;
    },
  };
}
