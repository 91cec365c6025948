import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { importFiles } from '../../../../test/support/imports.ts';
import { recordRef } from '../../../kernel/record-ref.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  type DecisionInput,
  openReviewDesk,
  type ReviewDesk,
  readDecisionsSince,
  recordDecision,
  withdrawDecision,
  withdrawLatest,
} from '../../matching/index.ts';
import { checks } from '../checks.ts';
import { readChanges } from '../store/history.ts';
import { loadPlaces } from '../store/places.ts';
import { loadStandings } from '../store/records.ts';
import { loadCatalogue, openCatalogue } from './open-catalogue.ts';
import { refreshDecided } from './refresh-decided.ts';
import { isDirectoryStale, refreshDirectory } from './refresh-directory.ts';
import { changePlaceStatus } from './remove-place.ts';

const HEADER = 'id;nom;adresse;code_postal;commune;telephone;date_maj';
const MIMOSA = 'Espace numérique Mimosa;1 rue des Essais;69100;Villeurbanne;01 99 00 11 22;2026-01-05';
const LILAS = 'Médiathèque des Lilas;20 avenue du Modèle;69003;Lyon;04 65 71 00 02;2026-01-05';
const TILLEULS = 'Maison des Tilleuls;21 chemin du Prototype;69500;Bron;04 65 71 00 03;2026-01-06';
const RUCHE = 'Centre social La Ruche;4 place du Test;69200;Vénissieux;04 65 71 00 04;2026-01-07';

const ville = (key: number) => recordRef('ville', `id:${key}`);
const carto = (key: number) => recordRef('carto', `id:${key}`);

describe('decisions', () => {
  let db: Database;
  let folder: string;
  let desk: ReviewDesk;
  let minute = 0;
  const clock = () => new Date(Date.UTC(2026, 10, 1, 0, minute));

  beforeEach(async () => {
    db = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'maillon-decide-'));
    desk = openReviewDesk();
    await importLines('ville.csv', `1;${MIMOSA}`, `2;${LILAS}`, `3;${TILLEULS}`);
    await importLines('carto.csv', `1;${MIMOSA}`, `2;${LILAS}`, `4;${RUCHE}`);
  });
  afterEach(() => db.close());

  const importLines = async (name: string, ...lines: string[]) => {
    minute += 1;
    writeFileSync(join(folder, name), [HEADER, ...lines].join('\n'));
    await importFiles(db, [name], { folder, clock });
  };
  const say = (verdict: DecisionInput['verdict'], record: string, other: string) =>
    recordDecision({ record, others: [other], verdict, reason: '', author: 'test' }, { db, clock, desk });
  const decide = async (verdict: DecisionInput['verdict'], record: string, other: string) => {
    minute += 1;
    expect((await say(verdict, record, other)).ok).toBe(true);
    await refreshDecided({ db, clock, desk });
  };
  const undo = async () => {
    minute += 1;
    expect((await withdrawLatest('test', { db, clock })).ok).toBe(true);
    await refreshDecided({ db, clock, desk });
  };
  /** What residents, exports and other directories see. */
  const directory = async () => {
    const catalogue = await loadCatalogue({ db, clock });
    return catalogue.places.map(({ id, fields, provenance, sources }) => ({
      id,
      fields,
      provenance,
      sources,
    }));
  };
  const placeOf = async (ref: string) => (await loadStandings(db)).get(ref)?.placeId;
  const changesOfWholeRefresh = async () => {
    const before = (await readChanges(db, 1))[0]!.seq;
    await refreshDirectory({ db, clock });
    return (await readChanges(db, 100)).filter(({ seq }) => seq > before);
  };
  const faults = async () => {
    const counts = await Promise.all(checks.map((check) => check.countFaults(db)));
    return counts.reduce((sum, count) => sum + count, 0);
  };

  test('« same » joins two places: the older stays, the other redirects to it', async () => {
    const [mimosa, ruche] = [await placeOf(ville(1)), await placeOf(carto(4))];
    await decide('same', ville(1), carto(4));
    const { find, places } = await loadCatalogue({ db, clock });
    expect(places).toHaveLength(3);
    expect(find(ruche!)).toEqual({ kind: 'merged', into: mimosa });
  });

  test('a merge undone gives back both places: identifiers, fields and provenance', async () => {
    const before = await directory();
    await decide('same', ville(1), carto(4));
    expect(await directory()).not.toEqual(before);
    await undo();
    expect(await directory()).toEqual(before);
    const kinds = (await readChanges(db, 10)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['merged', 'restored']));
    expect(await faults()).toBe(0);
  });

  test('a merge undone after other imports and other decisions gives back what there would be without it', async () => {
    const [lilas, tilleuls] = [await placeOf(ville(2)), await placeOf(ville(3))];
    await decide('same', ville(2), ville(3));
    await decide('distinct', ville(1), carto(1));
    await importLines('reseau.csv', `9;${TILLEULS.replace('2026-01-06', '2026-05-01')}`);
    await decide('distinct', ville(2), ville(3));
    expect(await placeOf(ville(2))).toBe(lilas);
    expect(await placeOf(ville(3))).toBe(tilleuls);
    expect(await placeOf(recordRef('reseau', 'id:9'))).toBe(tilleuls);
    expect(await changesOfWholeRefresh()).toEqual([]);
    expect(await faults()).toBe(0);
  });

  test('an old merge undone under a later one, after an import, gives back every record and identifier', async () => {
    const before = await directory();
    const [mimosa, ruche, tilleuls] = [
      await placeOf(ville(1)),
      await placeOf(carto(4)),
      await placeOf(ville(3)),
    ];
    await decide('same', ville(1), carto(4));
    const [first] = await readDecisionsSince(db, 0);
    await decide('same', ville(3), ville(1));
    await importLines(
      'reseau.csv',
      '9;Tiers-lieu Acacia;8 allée du Gabarit;69120;Vaulx-en-Velin;;2026-05-01',
    );
    const { find } = await loadCatalogue({ db, clock });
    const answers = [mimosa, ruche, tilleuls].map((id) => find(id!));
    const survivor = answers.find(({ kind }) => kind === 'published');
    expect(answers.filter(({ kind }) => kind === 'merged')).toHaveLength(2);
    for (const answer of answers) if (answer.kind === 'merged') expect(find(answer.into)).toEqual(survivor);

    minute += 1;
    expect((await withdrawDecision({ id: first!.id, author: 'test' }, { db, clock })).ok).toBe(true);
    await refreshDecided({ db, clock, desk });
    // The later gesture also said that the two are one place: it still stands.
    expect(await placeOf(carto(4))).toBe(await placeOf(ville(1)));
    await undo();
    const acacia = await placeOf(recordRef('reseau', 'id:9'));
    expect((await directory()).filter(({ id }) => id !== acacia)).toEqual(before);
    expect(await changesOfWholeRefresh()).toEqual([]);
    expect(await faults()).toBe(0);
  });

  test('every merge, split and undoing is kept with who made it and when', async () => {
    await decide('same', ville(1), carto(4));
    await undo();
    const told = (await readChanges(db, 100)).filter(({ author }) => author !== null);
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['merged', 'restored']));
    expect(new Set(told.map(({ author }) => author))).toEqual(new Set(['test']));
    await importLines('carto.csv', `1;${MIMOSA}`);
    expect((await readChanges(db, 1))[0]?.author ?? null).toBeNull();
  });

  test('the review is prepared ahead, and again after each import', async () => {
    const ahead = openReviewDesk();
    expect(await ahead.isReady(db)).toBe(false);
    await Promise.all([ahead.prepare(db), ahead.prepare(db)]);
    expect(await ahead.isReady(db)).toBe(true);
    await importLines('carto.csv', `1;${MIMOSA}`);
    expect(await ahead.isReady(db)).toBe(false);
  });

  test('« distinct » splits a place, and undone twice gives twice the same identifiers', async () => {
    const before = await directory();
    await decide('distinct', ville(1), carto(1));
    const split = await directory();
    expect(split).toHaveLength(before.length + 1);
    await undo();
    expect(await directory()).toEqual(before);
    await decide('distinct', ville(1), carto(1));
    expect(await directory()).toEqual(split);
  });

  test('decisions survive the import that writes their records again', async () => {
    await decide('distinct', ville(1), carto(1));
    const apart = (await directory()).map(({ id }) => id);
    await importLines('carto.csv', `2;${LILAS}`, `1;${MIMOSA.replace('22;', '23;')}`, `4;${RUCHE}`);
    expect((await directory()).map(({ id }) => id)).toEqual(apart);
  });

  test('« linked » keeps two records apart, and « I do not know » changes nothing', async () => {
    const before = await directory();
    await decide('unknown', ville(1), carto(1));
    expect(await directory()).toEqual(before);
    await decide('linked', ville(1), carto(1));
    expect(await directory()).toHaveLength(before.length + 1);
  });

  test('a place removed by a person is removed again after a merge and its undoing', async () => {
    const [mimosa, ruche] = [await placeOf(ville(1)), await placeOf(carto(4))];
    await changePlaceStatus({ id: mimosa!, status: 'removed', author: 'test' }, { db, clock });
    await decide('same', ville(1), carto(4));
    expect((await loadCatalogue({ db, clock })).find(ruche!).kind).toBe('published');
    await undo();
    const { find } = await loadCatalogue({ db, clock });
    expect([find(mimosa!).kind, find(ruche!).kind]).toEqual(['removed', 'published']);
  });

  test('a decision written before a crash is taken into account at the next refresh', async () => {
    await say('same', ville(1), carto(4));
    expect(await isDirectoryStale(db)).toBe(true);
    await refreshDecided({ db, clock, desk: openReviewDesk() });
    expect(await isDirectoryStale(db)).toBe(false);
    expect(await placeOf(carto(4))).toBe(await placeOf(ville(1)));
  });

  test('a decision is never rewritten: the database itself refuses', async () => {
    await decide('linked', ville(2), ville(3));
    for (const statement of [
      sql`update matching.decision set verdict = 'same'`,
      sql`truncate matching.decision`,
    ])
      await expect(db.rows(statement)).rejects.toThrow(/append only/);
  });

  test('a decision names two records that exist', async () => {
    expect(await say('same', ville(1), ville(1))).toEqual({ ok: false, refusal: { kind: 'one-record' } });
    expect(await say('same', ville(1), ville(99))).toEqual({
      ok: false,
      refusal: { kind: 'unknown-record' },
    });
  });

  test('whatever the decisions, the places computed around them are those of a whole refresh', async () => {
    const refs = [ville(1), ville(2), ville(3), carto(1), carto(2), carto(4)];
    const step = fc.record({
      x: fc.nat(5),
      y: fc.nat(5),
      verdict: fc.constantFrom('same', 'linked', 'distinct', 'unknown', 'undo'),
    });
    const live = openCatalogue({ db, clock });
    await live.refresh();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
        for (const { x, y, verdict } of steps) {
          if (x === y) continue;
          if (verdict === 'undo') await withdrawLatest('test', { db, clock });
          else await decide(verdict, refs[x]!, refs[y]!);
        }
        await refreshDecided({ db, clock, desk });
        await live.refresh();
        const whole = await loadCatalogue({ db, clock });
        expect(live.current()?.places).toEqual(whole.places);
        expect([...(await loadPlaces(db))].map(({ id }) => live.current()?.find(id).kind)).toEqual(
          [...(await loadPlaces(db))].map(({ id }) => whole.find(id).kind),
        );
        const [places, standings] = [await loadPlaces(db), await loadStandings(db)];
        expect(await changesOfWholeRefresh()).toEqual([]);
        expect(await loadPlaces(db)).toEqual(places);
        expect(await loadStandings(db)).toEqual(standings);
        expect(await faults()).toBe(0);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
