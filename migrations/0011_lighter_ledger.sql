-- The same ledger, for less work. A session keeps the plans of a function: those made when tables were small read them whole
-- once they are large, five times slower after ten thousand entries. Sequential reading is therefore left aside in them,
-- and so is compiling, which a plan without an index would set off.
/*
 * Writes one entry, or refuses and writes nothing. Kinds: post (moves money), hold (sets money aside), settle (moves all
 * or part of what a hold set aside, and frees the rest), void (frees it all), reverse (undoes a post or a settlement).
 * Answers {"number", "replayed"} or {"refused", …facts}. Accounts are read one by one: sets made the planner read them all.
 */
create or replace function vouchers.ledger_append(draft jsonb) returns jsonb language plpgsql set enable_seqscan = off set jit = off as $$
declare
  instant constant text := 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
  the_key text := draft->>'key';
  the_kind text := draft->>'kind';
  the_target bigint := (draft->>'target')::bigint;
  the_actor text := draft->>'actor';
  the_reason text := coalesce(draft->>'reason', '');
  the_event timestamptz := date_trunc('milliseconds', (draft->>'eventAt')::timestamptz);
  the_creation timestamptz := date_trunc('milliseconds', (draft->>'createdAt')::timestamptz);
  the_expiry timestamptz := date_trunc('milliseconds', (draft->>'expiresAt')::timestamptz);
  the_request text;
  earlier record;
  target_kind text;
  target_expiry timestamptz;
  closed_until timestamptz;
  names text[];
  posted bigint[];
  pending bigint[];
  held bigint[];
  ranks bigint[];
  heads text[];
  account record;
  free_cents bigint;
  sum_posted numeric := 0;
  sum_pending numeric := 0;
  refusal jsonb;
  content text;
  new_number bigint;
begin
  -- Two sendings of one key wait for each other; a closing waits for the entries being written.
  perform pg_advisory_xact_lock(hashtextextended('ledger key ' || the_key, 0));
  perform pg_advisory_xact_lock_shared(hashtextextended('ledger closing', 0));

  -- jsonb keeps its keys in one order, whatever order they came in.
  the_request := encode(sha256(convert_to(
    jsonb_build_array(the_kind, the_target, the_actor, the_reason, draft->'legs')::text, 'UTF8')), 'hex');
  select number, request_hash into earlier from vouchers.ledger_entry where key = the_key;
  if found then
    return case when earlier.request_hash = the_request
      then jsonb_build_object('number', earlier.number, 'replayed', true)
      else jsonb_build_object('refused', 'key-reused', 'number', earlier.number) end;
  end if;

  -- Each closing is later than the one before.
  select until into closed_until from vouchers.ledger_closing order by id desc limit 1;
  if the_event < closed_until then
    return jsonb_build_object('refused', 'period-closed', 'until', closed_until);
  end if;

  if the_kind in ('settle', 'void', 'reverse') then
    select kind, expires_at into target_kind, target_expiry from vouchers.ledger_entry where number = the_target;
    if not found or target_kind <> all (case the_kind when 'reverse' then array['post', 'settle'] else array['hold'] end) then
      return jsonb_build_object('refused', 'unknown-target');
    end if;
  end if;

  -- The accounts in the one order in which everyone locks them, with what moves and what is set aside on each.
  if the_kind = 'post' then
    select array_agg(key order by key collate "C"), array_agg(value::bigint order by key collate "C"),
        array_agg(0::bigint) into names, posted, pending
      from jsonb_each_text(draft->'legs') where value <> '0';
  else
    select array_agg(leg.account order by ordinality), array_agg(leg.posted order by ordinality),
        array_agg(leg.pending order by ordinality) into names, posted, pending
      from unnest(vouchers.ledger_draft_legs(the_kind, draft->'legs', the_target)) with ordinality as leg;
  end if;
  if coalesce(array_length(names, 1), 0) < 2 then return jsonb_build_object('refused', 'malformed'); end if;

  -- In one order for everyone: two transfers between the same accounts never wait for each other in a circle.
  for i in 1 .. array_length(names, 1) loop
    sum_posted := sum_posted + posted[i];
    sum_pending := sum_pending + pending[i];
    held[i] := case the_kind when 'hold' then greatest(-pending[i], 0) else -greatest(pending[i], 0) end;
    if the_kind = 'settle' and (sign(posted[i]) * sign(pending[i]) > 0 or abs(posted[i]) > abs(pending[i])) then
      return jsonb_build_object('refused', 'malformed');
    end if;
    select floor_cents, posted_cents, held_cents, leg_count, head_hash into account
      from vouchers.ledger_account where id = names[i] for update;
    if not found then return jsonb_build_object('refused', 'unknown-account', 'account', names[i]); end if;
    ranks[i] := account.leg_count + 1;
    heads[i] := account.head_hash;
    free_cents := account.posted_cents + posted[i] - account.held_cents - held[i];
    if refusal is null and posted[i] - held[i] < 0 and free_cents < account.floor_cents then
      refusal := jsonb_build_object('refused', 'insufficient-funds', 'account', names[i],
        'shortCents', (account.floor_cents - free_cents)::text);
    end if;
  end loop;
  if sum_posted <> 0 or sum_pending <> 0 then return jsonb_build_object('refused', 'malformed'); end if;

  -- Looked at once the accounts are ours: whoever resolved or reversed the same entry held them before.
  if the_kind in ('settle', 'void') and exists (select from vouchers.ledger_entry where resolves = the_target) then
    return jsonb_build_object('refused', 'already-resolved');
  end if;
  if the_kind = 'reverse' and exists (select from vouchers.ledger_entry where reverses = the_target) then
    return jsonb_build_object('refused', 'already-reversed');
  end if;
  -- Freeing what a hold kept is always allowed; moving it after its end is not.
  if the_kind = 'settle' and target_expiry <= the_creation then return jsonb_build_object('refused', 'hold-expired'); end if;
  if refusal is not null then return refusal; end if;

  new_number := nextval('vouchers.ledger_entry_number_seq');
  content := encode(sha256(convert_to(jsonb_build_array(
    new_number::text, the_key, the_kind, the_target::text, the_actor, the_reason,
    to_char(the_event at time zone 'UTC', instant), to_char(the_creation at time zone 'UTC', instant),
    to_char(the_expiry at time zone 'UTC', instant))::text, 'UTF8')), 'hex');
  insert into vouchers.ledger_entry (number, key, kind, resolves, reverses, actor, reason, event_at, created_at, expires_at, request_hash, content_hash)
  values (new_number, the_key, the_kind, case when the_kind in ('settle', 'void') then the_target end,
    case when the_kind = 'reverse' then the_target end, the_actor, the_reason, the_event, the_creation, the_expiry,
    the_request, content);

  -- Each leg carries the hash of the one before it on its account: the accounts of an entry are woven together.
  for i in 1 .. array_length(names, 1) loop
    heads[i] := encode(sha256(convert_to(jsonb_build_array(
      heads[i], content, names[i], ranks[i]::text, posted[i]::text, pending[i]::text)::text, 'UTF8')), 'hex');
    update vouchers.ledger_account set posted_cents = posted_cents + posted[i], held_cents = held_cents + held[i],
      leg_count = ranks[i], head_hash = heads[i] where id = names[i];
  end loop;
  insert into vouchers.ledger_leg (entry, account, rank, posted_cents, pending_cents, hash)
  select new_number, leg.* from unnest(names, ranks, posted, pending, heads) as leg;
  return jsonb_build_object('number', new_number, 'replayed', false);
end $$;
--> statement-breakpoint
-- An entry is looked at when the transaction ends, in one reading. Legs come all at once, and are looked at as they come: those
-- added later to an entry that stands would unbalance it.
create or replace function vouchers.require_balance() returns trigger language plpgsql set enable_seqscan = off set jit = off as $$
begin
  if (select count(*) < 2 or sum(posted_cents) <> 0 or sum(pending_cents) <> 0 from vouchers.ledger_leg where entry = new.number) then
    raise exception 'Entry % does not balance', new.number using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create function vouchers.require_balanced_legs() returns trigger language plpgsql set enable_seqscan = off set jit = off as $$
declare
  touched bigint;
begin
  -- One by one: asked together, the planner would read every entry.
  for touched in select distinct entry from added loop
    perform 1 from vouchers.ledger_entry where number = touched;
    if not found or (select sum(posted_cents) <> 0 or sum(pending_cents) <> 0 from vouchers.ledger_leg where entry = touched) then
      raise exception 'Entry % does not balance', touched using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  return null;
end $$;
--> statement-breakpoint
drop trigger balanced on vouchers.ledger_leg;
--> statement-breakpoint
create trigger balanced after insert on vouchers.ledger_leg referencing new table as added
  for each statement execute function vouchers.require_balanced_legs();
--> statement-breakpoint
-- Rows that change often leave room beside them: a change then touches no index.
alter table vouchers.ledger_account set (fillfactor = 50);
--> statement-breakpoint
alter function vouchers.read_counter(text, text, text) set enable_seqscan = off;
--> statement-breakpoint
alter function vouchers.read_counter(text, text, text) set jit = off;
--> statement-breakpoint
alter function vouchers.redeem(jsonb, jsonb, int[]) set enable_seqscan = off;
--> statement-breakpoint
alter function vouchers.redeem(jsonb, jsonb, int[]) set jit = off;
--> statement-breakpoint
alter function vouchers.redeem_each(jsonb) set enable_seqscan = off;
--> statement-breakpoint
alter function vouchers.redeem_each(jsonb) set jit = off;
