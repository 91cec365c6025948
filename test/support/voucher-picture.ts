import { sql } from 'drizzle-orm';
import type { Database } from '../../src/platform/db/database.ts';

interface PictureRow {
  picture: {
    provision: string;
    returned: string;
    funded: string;
    places: { kind: string; structure: string; cents: string }[];
    live: string;
    orders: string[];
    extensions: string[];
    overpaid: string[];
    batches: { state: string; payments: string[] }[];
    booklets: {
      states: string | null;
      bonus: string | null;
      isHandedOver: boolean;
      isLost: boolean;
      lastDay: string | null;
      setAside: string;
    }[];
  };
}

/** Its plan is kept: it is asked at every step. */
const PICTURE = sql`
  create or replace function public.picture_of(of_programme text, structures jsonb) returns jsonb language plpgsql as $$
  begin return (
    with own as (select * from vouchers.booklet where programme = of_programme)
    select jsonb_build_object(
      'provision', (select posted_cents::text from vouchers.ledger_account where id = 'provision:' || of_programme),
      'returned', (select sum(posted_cents)::text from vouchers.programme_funder join vouchers.ledger_account
        on id = 'returned:' || programme || ':' || funder where programme = of_programme),
      'funded', (select sum(-posted_cents)::text from vouchers.programme_funder join vouchers.ledger_account
        on id = 'funder:' || programme || ':' || funder where programme = of_programme),
      'overpaid', (select coalesce(jsonb_agg(funder), '[]') from vouchers.programme_funder
        join vouchers.ledger_account as paid on paid.id = 'funder:' || programme || ':' || funder
        join vouchers.ledger_account as given on given.id = 'returned:' || programme || ':' || funder
        where programme = of_programme and given.posted_cents > -paid.posted_cents),
      'places', (select jsonb_agg(jsonb_build_object('kind', split_part(id, ':', 1), 'structure', split_part(id, ':', 3), 'cents', posted_cents::text))
        from vouchers.ledger_account where id in (select kind || ':' || of_programme || ':' || structure
          from unnest(array['payable', 'reimbursed']) as kind, jsonb_array_elements_text(structures) as structure)),
      'live', (select coalesce(sum(posted_cents), 0)::text from own join vouchers.pass on booklet = own.id
        join vouchers.ledger_account on ledger_account.id = 'pass:' || booklet || ':' || rank),
      'orders', (select coalesce(jsonb_agg(concat_ws(',', quantity, (issued_at is not null)::text, (sent_at is not null)::text)), '[]')
        from vouchers.booklet_order where programme = of_programme),
      'extensions', (select coalesce(jsonb_agg(concat_ws(',', (decided_at is not null)::text, coalesce(new_last_day::text, ''))), '[]')
        from vouchers.extension join own on own.id = extension.booklet),
      'batches', (select coalesce(jsonb_agg(jsonb_build_object('state', state, 'payments',
        (select jsonb_agg(concat_ws(' ', structure, cents, outcome)) from vouchers.payment where payment.batch = batch.id))), '[]')
        from vouchers.batch where programme = of_programme),
      'booklets', (select coalesce(jsonb_agg(jsonb_build_object(
        'states', (select string_agg(state, ',' order by rank) from vouchers.pass where booklet = own.id and not is_bonus),
        'bonus', (select string_agg(state, ',' order by rank) from vouchers.pass where booklet = own.id and is_bonus),
        'isHandedOver', handed_over_at is not null, 'isLost', lost_at is not null, 'lastDay', last_day,
        'setAside', coalesce((select posted_cents::text from vouchers.ledger_account where ledger_account.id = 'bonus:' || own.id), '0'))), '[]') from own)));
  end $$`;

/** Once for each database: what `readPicture` asks. */
export const preparePicture = (db: Database) => db.rows(PICTURE);

/** The same picture as the model's, from the tables and the ledger. */
export async function readPicture(
  db: Database,
  programme: string,
  structures: readonly string[],
): Promise<string> {
  const [row] = await db.rows<PictureRow>(
    sql`select public.picture_of(${programme}, ${JSON.stringify(structures)}::jsonb) as picture`,
  );
  const { picture } = row!;
  const booklets = picture.booklets.map(({ states, bonus, isHandedOver, isLost, lastDay, setAside }) =>
    [states ?? '', bonus ?? '', isHandedOver, isLost, lastDay, setAside].join('|'),
  );
  const sum = (kind: string) =>
    picture.places
      .filter((place) => place.kind === kind)
      .map(({ structure, cents }) => `${structure},${cents}`)
      .sort()
      .join(';');
  const setAside = picture.booklets.reduce((total, one) => total + BigInt(one.setAside), 0n);
  const held = picture.places.reduce((total, { cents }) => total + BigInt(cents), 0n);
  const whole = BigInt(picture.provision) + BigInt(picture.returned) + BigInt(picture.live) + setAside + held;
  // V5, in the ledger itself, at every step.
  if (whole !== BigInt(picture.funded))
    throw new Error(`${whole} cents are somewhere, ${picture.funded} were received`);
  // V7: a funder is given back what it paid, never the money of another.
  if (picture.overpaid.length > 0) throw new Error(`more went back than came from ${picture.overpaid}`);
  return [
    `provision ${picture.provision}, returned ${picture.returned}, funded ${picture.funded}`,
    `payable ${sum('payable')}`,
    `reimbursed ${sum('reimbursed')}`,
    `orders ${picture.orders.sort().join(';')}`,
    `batches ${picture.batches
      .map(({ state, payments }) => [state, ...payments.sort()].join())
      .sort()
      .join(';')}`,
    `extensions ${picture.extensions.sort().join(';')}`,
    ...booklets.sort(),
  ].join('\n');
}
