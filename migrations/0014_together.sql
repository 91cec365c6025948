-- The same ledger and the same redemptions, a group at a time. What desks ask at one moment is locked, read and written by
-- one statement each, whatever their number: a statement costs more than the row it writes. There is one way in:
-- ledger_append is the group of one. Plans are kept and tables grow, hence no joins but by index.

-- Until the transaction ends: what is checked when it does reads by index too.
create function vouchers.read_by_index() returns void language plpgsql as $$
begin
  perform set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true);
end $$;
--> statement-breakpoint
alter function vouchers.require_balance() reset all;
--> statement-breakpoint
alter function vouchers.require_balanced_legs() reset all;
--> statement-breakpoint
-- An account keeps its name and its floor: the function is called only to refuse.
drop trigger kept_as_opened on vouchers.ledger_account;
--> statement-breakpoint
create or replace function vouchers.refuse_account_changes() returns trigger language plpgsql as $$
begin
  raise exception 'A ledger account keeps its name and its floor' using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger kept_as_opened before update on vouchers.ledger_account for each row
  when ((old.id, old.floor_cents, old.opened_at) is distinct from (new.id, new.floor_cents, new.opened_at))
  execute function vouchers.refuse_account_changes();
--> statement-breakpoint
create or replace function vouchers.require_balanced_legs() returns trigger language plpgsql as $$
declare
  touched bigint[];
  wrong bigint;
begin
  select array_agg(distinct entry) into touched from added;
  select one into wrong from unnest(touched) as one
    where not exists (select from vouchers.ledger_entry where number = one) limit 1;
  if wrong is null then
    select entry into wrong from vouchers.ledger_leg where entry = any (touched)
      group by entry having sum(posted_cents) <> 0 or sum(pending_cents) <> 0 limit 1;
  end if;
  if wrong is not null then
    raise exception 'Entry % does not balance', wrong using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- What an entry does to one account; how the account was found is no part of it any more.
alter type vouchers.ledger_draft drop attribute leg_count, drop attribute head_hash;
--> statement-breakpoint
-- The legs that an entry asks for, in the one order in which accounts are locked. `legs` maps accounts to cents; a void
-- and a reversal take theirs from the entry they name.
create or replace function vouchers.ledger_draft_legs(the_kind text, legs jsonb, the_target bigint)
returns vouchers.ledger_draft[] language plpgsql stable as $$
begin
  return (select array_agg(row(account, posted, pending, case the_kind when 'hold' then greatest(-pending, 0) else -greatest(pending, 0) end
    )::vouchers.ledger_draft order by account collate "C")
  from (
    select account, sum(posted)::bigint as posted, sum(pending)::bigint as pending from (
      select key as account,
        case when the_kind = 'hold' then 0 else value::bigint end as posted,
        case when the_kind = 'hold' then value::bigint else 0 end as pending
      from jsonb_each_text(legs) where the_kind in ('post', 'hold', 'settle')
      union all
      select account, case when the_kind = 'reverse' then -posted_cents else 0 end,
        case when the_kind = 'reverse' then 0 else -pending_cents end
      from vouchers.ledger_leg where entry = the_target and the_kind in ('settle', 'void', 'reverse')
    ) as part group by account
  ) as drafted where posted <> 0 or pending <> 0);
end $$;
--> statement-breakpoint
/*
 * Writes entries, each or not at all. Kinds: post (moves money), hold (sets money aside), settle (moves all or part of what
 * a hold set aside, and frees the rest), void (frees it all), reverse (undoes a post or a settlement). Answers, in the order
 * of the drafts, {"number", "replayed"} or {"refused", …facts}. One reading says what it can of each draft; the loop adds
 * what depends on the drafts before.
 */
create function vouchers.ledger_append_each(drafts jsonb) returns jsonb language plpgsql
set enable_hashjoin = off set enable_mergejoin = off set enable_material = off as $$
declare
  instant constant text := 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
  accounts vouchers.ledger_account[];
  the_account vouchers.ledger_account;
  names text[];
  one record;
  the_leg vouchers.ledger_draft;
  here int;
  short_cents bigint;
  refusal jsonb;
  new_number bigint;
  content text;
  new_entries vouchers.ledger_entry[] := '{}';
  new_legs vouchers.ledger_leg[] := '{}';
  answers jsonb[];
begin
  perform vouchers.read_by_index();
  -- Two sendings of one key wait for each other; a closing waits for the entries being written.
  perform pg_advisory_xact_lock(lock) from (
    select distinct hashtextextended('ledger key ' || (draft->>'key'), 0) as lock from jsonb_array_elements(drafts) as draft order by lock
  ) as sorted;
  perform pg_advisory_xact_lock_shared(hashtextextended('ledger closing', 0));
  -- In one order for everyone: two transfers between the same accounts never wait for each other in a circle.
  select array_agg(row(locked.*)::vouchers.ledger_account), array_agg(id) into accounts, names from (
    select * from vouchers.ledger_account where id = any (array(
        select jsonb_object_keys(draft->'legs') from jsonb_array_elements(drafts) as draft where draft->'legs' <> 'null'
        union all
        select ledger_leg.account from jsonb_array_elements(drafts) as draft join vouchers.ledger_leg on entry = (draft->>'target')::bigint))
      order by id collate "C" for update) as locked;

  for one in
    select asked.*, moves.legs, case
        when earlier.request_hash = asked.request_hash then jsonb_build_object('number', earlier.number, 'replayed', true)
        when earlier.key is not null then jsonb_build_object('refused', 'key-reused', 'number', earlier.number)
        when asked.event_at < closed.until then jsonb_build_object('refused', 'period-closed', 'until', closed.until)
        when asked.kind in ('settle', 'void') and target.kind is distinct from 'hold'
          or asked.kind = 'reverse' and (target.kind in ('post', 'settle')) is not true then '{"refused": "unknown-target"}'
        when moves.are_malformed then '{"refused": "malformed"}' end as early,
      case
        -- Looked at once the accounts are ours: whoever resolved or reversed the same entry held them before.
        when asked.kind in ('settle', 'void') and exists (select from vouchers.ledger_entry where resolves = asked.target)
          then '{"refused": "already-resolved"}'
        when asked.kind = 'reverse' and exists (select from vouchers.ledger_entry where reverses = asked.target)
          then '{"refused": "already-reversed"}'
        -- Freeing what a hold kept is always allowed; moving it after its end is not.
        when asked.kind = 'settle' and target.expires_at <= asked.created_at then '{"refused": "hold-expired"}'::jsonb end as late
    from (
      select n, draft->>'key' as key, draft->>'kind' as kind, (draft->>'target')::bigint as target, draft->>'actor' as actor,
        coalesce(draft->>'reason', '') as reason, draft->'legs' as asked_legs,
        date_trunc('milliseconds', (draft->>'eventAt')::timestamptz) as event_at,
        date_trunc('milliseconds', (draft->>'createdAt')::timestamptz) as created_at,
        date_trunc('milliseconds', (draft->>'expiresAt')::timestamptz) as expires_at,
        -- jsonb keeps its keys in one order, whatever order they came in.
        encode(sha256(convert_to(jsonb_build_array(draft->>'kind', (draft->>'target')::bigint, draft->>'actor',
          coalesce(draft->>'reason', ''), draft->'legs')::text, 'UTF8')), 'hex') as request_hash
      from jsonb_array_elements(drafts) with ordinality as drafted(draft, n)) as asked
    -- Each closing is later than the one before.
    left join (select until from vouchers.ledger_closing order by id desc limit 1) as closed on true
    left join vouchers.ledger_entry as earlier on earlier.key = asked.key
    left join vouchers.ledger_entry as target on target.number = asked.target
    left join lateral (
      select array_agg(row(moved.*)::vouchers.ledger_draft order by account collate "C") as legs,
        count(*) < 2 or sum(posted) <> 0 or sum(pending) <> 0
          or asked.kind = 'settle' and bool_or(sign(posted) * sign(pending) > 0 or abs(posted) > abs(pending)) as are_malformed
      from (
        select key as account, value::bigint as posted, 0::bigint as pending, 0::bigint as held
          from jsonb_each_text(asked.asked_legs) where asked.kind = 'post' and value::bigint <> 0
        union all
        select * from unnest(case when asked.kind <> 'post' then vouchers.ledger_draft_legs(asked.kind, asked.asked_legs, asked.target) end)
      ) as moved) as moves on true
    order by n
  loop
    refusal := null;
    if one.n > 1 then
      select case when before.key = one.key and before.request_hash <> one.request_hash then jsonb_build_object('refused', 'key-reused', 'number', before.number)
          when before.key = one.key then jsonb_build_object('number', before.number, 'replayed', true)
          when before.resolves is not null then '{"refused": "already-resolved"}' else '{"refused": "already-reversed"}' end into refusal
        from unnest(new_entries) as before
        where before.key = one.key or one.early is null and (one.kind in ('settle', 'void') and before.resolves = one.target
          or one.kind = 'reverse' and before.reverses = one.target)
        order by before.key = one.key desc limit 1;
    end if;
    refusal := coalesce(refusal, one.early);
    if refusal is null then
      short_cents := null;
      foreach the_leg in array one.legs loop
        the_account := accounts[array_position(names, the_leg.account)];
        if the_account.id is null then
          refusal := jsonb_build_object('refused', 'unknown-account', 'account', the_leg.account);
          exit;
        elsif short_cents is null and the_leg.posted - the_leg.held < 0
            and the_account.posted_cents + the_leg.posted - the_account.held_cents - the_leg.held < the_account.floor_cents then
          short_cents := the_account.floor_cents - (the_account.posted_cents + the_leg.posted - the_account.held_cents - the_leg.held);
          content := the_leg.account;
        end if;
      end loop;
      refusal := coalesce(refusal, one.late, case when short_cents is not null then
        jsonb_build_object('refused', 'insufficient-funds', 'account', content, 'shortCents', short_cents::text) end);
    end if;
    if refusal is not null then
      answers := answers || refusal;
      continue;
    end if;

    new_number := nextval('vouchers.ledger_entry_number_seq');
    content := encode(sha256(convert_to(jsonb_build_array(
      new_number::text, one.key, one.kind, one.target::text, one.actor, one.reason,
      to_char(one.event_at at time zone 'UTC', instant), to_char(one.created_at at time zone 'UTC', instant),
      to_char(one.expires_at at time zone 'UTC', instant))::text, 'UTF8')), 'hex');
    new_entries := new_entries || row(new_number, one.key, one.kind, case when one.kind in ('settle', 'void') then one.target end,
      case when one.kind = 'reverse' then one.target end, one.actor, one.reason, one.event_at, one.created_at, one.expires_at,
      one.request_hash, content)::vouchers.ledger_entry;
    answers := answers || jsonb_build_object('number', new_number, 'replayed', false);
    -- Each leg carries the hash of the one before it on its account: the accounts of an entry are woven together.
    foreach the_leg in array one.legs loop
      here := array_position(names, the_leg.account);
      the_account := accounts[here];
      the_account.posted_cents := the_account.posted_cents + the_leg.posted;
      the_account.held_cents := the_account.held_cents + the_leg.held;
      the_account.leg_count := the_account.leg_count + 1;
      the_account.head_hash := encode(sha256(convert_to(jsonb_build_array(the_account.head_hash, content, the_account.id, the_account.leg_count::text,
        the_leg.posted::text, the_leg.pending::text)::text, 'UTF8')), 'hex');
      accounts[here] := the_account;
      new_legs := new_legs || row(new_number, the_leg.account, the_account.leg_count, the_leg.posted, the_leg.pending, the_account.head_hash)::vouchers.ledger_leg;
    end loop;
  end loop;

  if cardinality(new_entries) > 0 then
    insert into vouchers.ledger_entry select * from unnest(new_entries);
    update vouchers.ledger_account as account set posted_cents = moved.posted_cents, held_cents = moved.held_cents,
        leg_count = moved.leg_count, head_hash = moved.head_hash
      from unnest(accounts) as moved where account.id = moved.id and account.leg_count <> moved.leg_count;
    insert into vouchers.ledger_leg select * from unnest(new_legs);
  end if;
  return to_jsonb(answers);
end $$;
--> statement-breakpoint
create or replace function vouchers.ledger_append(draft jsonb) returns jsonb language sql as $$
  select vouchers.ledger_append_each(jsonb_build_array(draft))->0
$$;
--> statement-breakpoint
alter function vouchers.ledger_append(jsonb) reset all;
--> statement-breakpoint
-- Everything that redemptions are decided on, in one reading, in the order of the questions.
create function vouchers.read_counters(questions jsonb) returns setof jsonb language plpgsql rows 10
set enable_hashjoin = off set enable_mergejoin = off set enable_material = off as $$
begin
  perform vouchers.read_by_index();
  return query select jsonb_build_object(
      'earlier', (select to_jsonb(redemption) || jsonb_build_object('cents', cents::text) from vouchers.redemption where redemption.key = asked.key),
      'booklet', case when held.id is not null then to_jsonb(held) end,
      'passes', (select jsonb_agg(jsonb_build_array(rank, state, cents::text, is_bonus) order by rank) from vouchers.pass where booklet = held.id),
      'agreement', (select to_jsonb(agreement) from vouchers.agreement
        where agreement.programme = held.programme and agreement.structure = asked.structure))
    from jsonb_to_recordset(questions) as asked(key text, "codeHash" text, structure text)
    left join vouchers.booklet as held on held.code_hash = asked."codeHash";
end $$;
--> statement-breakpoint
drop function vouchers.read_counter(text, text, text);
--> statement-breakpoint
/*
 * Writes redemptions that came at the same time, in one transaction: a commit waits for the disk once for all. Each has its
 * entry, its passes and its row, or nothing. Answers as ledger_append_each does, with how many ordinary passes are left to
 * use. Nothing was locked while they were decided: one whose pass was used or whose booklet was declared lost since then is
 * refused as moved-meanwhile. Passes move only while their booklet is held.
 */
create or replace function vouchers.redeem_each(drafts jsonb) returns jsonb language plpgsql
set enable_hashjoin = off set enable_mergejoin = off set enable_material = off as $$
declare
  booklets text[];
  kept bigint[];
  entries jsonb;
  answers jsonb;
  written jsonb;
  wanted bigint;
  done bigint;
  left_of jsonb;
begin
  perform vouchers.read_by_index();
  -- Desks that redeem the same booklet pass one after the other: the last one knows that it is the last. All the booklets
  -- before any account, in one order: whoever holds a booklet and wants an account never waits for us in a circle.
  select array_agg(id) into booklets from (select id from vouchers.booklet
    where id = any (array(select draft->'given'->>'booklet' from jsonb_array_elements(drafts) as draft)) and lost_at is null
    order by id for update) as locked;
  -- Two redemptions of one pass may come together: the first takes it.
  select jsonb_agg(draft->'entry' order by n), array_agg(n order by n) into entries, kept
    from (select draft, n, bool_and(booklet = any (booklets) and usable and turn = 1) as is_kept
      from (select draft, n, asked.booklet, row_number() over (partition by asked.booklet, asked.rank order by n) as turn,
          exists (select from vouchers.pass where pass.booklet = asked.booklet and pass.rank = asked.rank and state = 'handed_over') as usable
        from (select draft, n, draft->'given'->>'booklet' as booklet, one::int as rank
          from jsonb_array_elements(drafts) with ordinality as drafted(draft, n), jsonb_array_elements_text(draft->'ranks') as one) as asked
      ) as looked_at group by draft, n) as decided
    where is_kept;
  answers := coalesce(vouchers.ledger_append_each(entries), '[]');
  select jsonb_agg(drafts->(kept[place]::int - 1)->'given' || jsonb_build_object('n', kept[place], 'entry', answer->'number',
      'ranks', drafts->(kept[place]::int - 1)->'ranks', 'by', drafts->(kept[place]::int - 1)->'entry'->'actor')),
      sum(jsonb_array_length(drafts->(kept[place]::int - 1)->'ranks'))
    into written, wanted
    from jsonb_array_elements(answers) with ordinality as answered(answer, place) where answer->>'replayed' = 'false';

  if written is not null then
    update vouchers.pass set state = 'redeemed', redemption = taken.id, changed_by = taken.by, changed_at = taken.recorded_at
      from (select id, booklet, by, recorded_at, one::int as rank
        from jsonb_to_recordset(written) as given(id text, booklet text, by text, recorded_at timestamptz, ranks jsonb),
          jsonb_array_elements_text(ranks) as one) as taken
      where pass.booklet = taken.booklet and pass.rank = taken.rank and pass.state = 'handed_over';
    get diagnostics done = row_count;
    if done <> wanted then
      raise exception 'A pass moved while its booklet was held' using errcode = 'integrity_constraint_violation';
    end if;
    insert into vouchers.redemption (id, key, request_hash, programme, booklet, structure, mediator, pass_count, cents, theme,
        has_attended, channel, at, recorded_at, pay_by, entry)
      select id, key, request_hash, programme, booklet, structure, mediator, jsonb_array_length(ranks), cents, theme,
        has_attended, channel, at, recorded_at, pay_by, entry
      from jsonb_to_recordset(written) as given(id text, key text, request_hash text, programme text, booklet text, structure text,
        mediator text, ranks jsonb, cents bigint, theme text, has_attended boolean, channel text, at timestamptz,
        recorded_at timestamptz, pay_by date, entry bigint);
    select jsonb_object_agg(booklet, unused) into left_of from (
      select booklet, count(*) filter (where not is_bonus and state not in ('redeemed', 'reimbursed', 'replaced')) as unused
        from vouchers.pass where booklet = any (booklets) group by booklet) as counted;
    update vouchers.booklet set first_used_at = coalesce(first_used_at, given.at),
        completed_at = case when left_of->>id = '0' then coalesce(completed_at, given.recorded_at) else completed_at end
      from jsonb_to_recordset(written) as given(booklet text, at timestamptz, recorded_at timestamptz)
      where id = given.booklet and (first_used_at is null or left_of->>id = '0' and completed_at is null);
  end if;
  return (select jsonb_agg(coalesce(case when answer->>'replayed' = 'true' then null
        when answer ? 'number' then answer || jsonb_build_object('unused', left_of->(draft->'given'->>'booklet')) else answer end,
      '{"refused": "moved-meanwhile"}') order by n)
    from jsonb_array_elements(drafts) with ordinality as drafted(draft, n)
      left join unnest(kept) with ordinality as chosen(of, place) on of = n
      left join lateral (select answers->(place::int - 1)) as answered(answer) on true);
end $$;
--> statement-breakpoint
drop function vouchers.redeem(jsonb, jsonb, int[]);
