import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPlace, TUESDAY } from '../../../../test/support/catalogue.ts';
import { openTestDatabase } from '../../../../test/support/database.ts';
import type { LocalDate } from '../../../kernel/dates.ts';
import { ok } from '../../../kernel/result.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createSigner } from '../../../platform/signature.ts';
import { deliverMessages } from '../../outbox/index.ts';
import { askLink } from './ask-link.ts';
import { sendReminders } from './send-reminders.ts';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const old = (id: string, email: string) =>
  aPlace(id, { emails: [email], updatedOn: '2025-01-05' as LocalDate });

test('letters are written in the language in which a place last asked for a link, else in French', async () => {
  const signer = createSigner('une clé de test, longue comme il faut');
  let drawn = 0;
  const randomBytes = (count: number) => new Uint8Array(count).fill(++drawn);
  const deps = { db, clock: () => TUESDAY, randomBytes, signer, publicUrl: 'http://maillon.example' };
  const places = [old('mimosa', 'accueil@mimosa.example'), old('lilas', 'accueil@lilas.example')];
  await askLink({ place: places[0]!, rank: 0, lang: 'uk', territory: 'Territoire fictif' }, deps);
  expect(await sendReminders({ places, months: 6, territory: 'Territoire fictif' }, deps)).toEqual({
    letters: 2,
    places: 2,
  });

  const subjects: Record<string, string[]> = {};
  const send = async ({ to, subject }: { to: string; subject: string }) => {
    subjects[to] = [...(subjects[to] ?? []), subject];
    return ok(null);
  };
  await deliverMessages({ db, clock: () => TUESDAY, transports: { mail: { send } } });
  expect(subjects).toEqual({
    'accueil@mimosa.example': [
      'Ваша сторінка «Lieu mimosa»: посилання, щоб її виправити',
      'Чи ваша сторінка ще правильна?',
    ],
    'accueil@lilas.example': ['Votre fiche est-elle encore juste ?'],
  });
});
