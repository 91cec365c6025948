CREATE SCHEMA "vouchers";
--> statement-breakpoint
CREATE TABLE "vouchers"."ledger_account" (
	"id" text PRIMARY KEY NOT NULL,
	"floor_cents" bigint,
	"opened_at" timestamp with time zone NOT NULL,
	"posted_cents" bigint DEFAULT 0 NOT NULL,
	"held_cents" bigint DEFAULT 0 NOT NULL,
	"leg_count" bigint DEFAULT 0 NOT NULL,
	"head_hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vouchers"."ledger_closing" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vouchers"."ledger_entry" (
	"number" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"resolves" bigint,
	"reverses" bigint,
	"actor" text NOT NULL,
	"reason" text NOT NULL,
	"event_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"request_hash" text NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "ledger_entry_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "vouchers"."ledger_leg" (
	"entry" bigint NOT NULL,
	"account" text NOT NULL,
	"rank" bigint NOT NULL,
	"posted_cents" bigint NOT NULL,
	"pending_cents" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "ledger_leg_entry_account_pk" PRIMARY KEY("entry","account"),
	CONSTRAINT "ledger_leg_rank" UNIQUE("account","rank")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_resolves" ON "vouchers"."ledger_entry" USING btree ("resolves") WHERE "vouchers"."ledger_entry"."resolves" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_reverses" ON "vouchers"."ledger_entry" USING btree ("reverses") WHERE "vouchers"."ledger_entry"."reverses" is not null;
--> statement-breakpoint
-- The ledger: small and closed (docs/adr/0006). Everything that moves money goes through vouchers.ledger_append.

create function vouchers.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on vouchers.ledger_entry
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on vouchers.ledger_leg
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on vouchers.ledger_closing
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger never_deleted before delete or truncate on vouchers.ledger_account
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
-- By right as well as by trigger: an owner may give itself these rights back, which leaves a trace in the catalogue.
revoke update, delete, truncate on vouchers.ledger_entry, vouchers.ledger_leg, vouchers.ledger_closing from current_user;
--> statement-breakpoint
create function vouchers.refuse_account_changes() returns trigger language plpgsql as $$
begin
  if (old.id, old.floor_cents, old.opened_at) is distinct from (new.id, new.floor_cents, new.opened_at) then
    raise exception 'A ledger account keeps its name and its floor' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger kept_as_opened before update on vouchers.ledger_account
  for each row execute function vouchers.refuse_account_changes();
--> statement-breakpoint
-- Looked at when the transaction ends: an entry and its legs are written one after the other.
create function vouchers.require_balance() returns trigger language plpgsql as $$
declare
  entry_number bigint;
  entry_kind text;
  sum_posted numeric;
  sum_pending numeric;
  leg_count int;
begin
  if tg_table_name = 'ledger_entry' then entry_number := new.number; else entry_number := new.entry; end if;
  select kind into entry_kind from vouchers.ledger_entry where number = entry_number;
  select sum(posted_cents), sum(pending_cents), count(*) into sum_posted, sum_pending, leg_count
    from vouchers.ledger_leg where entry = entry_number;
  if entry_kind is null or leg_count < 2 or sum_posted <> 0 or sum_pending <> 0 then
    raise exception 'Entry % does not balance', entry_number using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger balanced after insert on vouchers.ledger_entry deferrable initially deferred
  for each row execute function vouchers.require_balance();
--> statement-breakpoint
create constraint trigger balanced after insert on vouchers.ledger_leg deferrable initially deferred
  for each row execute function vouchers.require_balance();
--> statement-breakpoint
-- What an entry does to one account, and the account as it was found.
create type vouchers.ledger_draft as (
  account text, posted bigint, pending bigint, held bigint, leg_count bigint, head_hash text);
--> statement-breakpoint
-- The legs that an entry asks for, in the one order in which accounts are locked. `legs` maps accounts to cents; a void
-- and a reversal take theirs from the entry they name.
create function vouchers.ledger_draft_legs(the_kind text, legs jsonb, the_target bigint)
returns vouchers.ledger_draft[] language plpgsql stable as $$
begin
  return (select array_agg(row(account, posted, pending, case the_kind when 'hold' then greatest(-pending, 0) else -greatest(pending, 0) end,
    null, null)::vouchers.ledger_draft order by account collate "C")
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
 * Writes one entry, or refuses and writes nothing. Kinds: post (moves money), hold (sets money aside), settle (moves all
 * or part of what a hold set aside, and frees the rest), void (frees it all), reverse (undoes a post or a settlement).
 * Answers {"number", "replayed"} or {"refused", …facts}. Accounts are read one by one: sets made the planner read them all.
 */
create function vouchers.ledger_append(draft jsonb) returns jsonb language plpgsql as $$
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
  legs vouchers.ledger_draft[];
  leg vouchers.ledger_draft;
  account record;
  free_cents bigint;
  sum_posted numeric := 0;
  sum_pending numeric := 0;
  refusal jsonb;
  content text;
  leg_hash text;
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

  select max(until) into closed_until from vouchers.ledger_closing;
  if the_event < closed_until then
    return jsonb_build_object('refused', 'period-closed', 'until', closed_until);
  end if;

  if the_kind in ('settle', 'void', 'reverse') then
    select kind, expires_at into target_kind, target_expiry from vouchers.ledger_entry where number = the_target;
    if not found or target_kind <> all (case the_kind when 'reverse' then array['post', 'settle'] else array['hold'] end) then
      return jsonb_build_object('refused', 'unknown-target');
    end if;
  end if;

  legs := vouchers.ledger_draft_legs(the_kind, draft->'legs', the_target);
  if coalesce(array_length(legs, 1), 0) < 2 then return jsonb_build_object('refused', 'malformed'); end if;

  -- In one order for everyone: two transfers between the same accounts never wait for each other in a circle.
  for i in 1 .. array_length(legs, 1) loop
    leg := legs[i];
    sum_posted := sum_posted + leg.posted;
    sum_pending := sum_pending + leg.pending;
    if the_kind = 'settle' and (sign(leg.posted) * sign(leg.pending) > 0 or abs(leg.posted) > abs(leg.pending)) then
      return jsonb_build_object('refused', 'malformed');
    end if;
    select floor_cents, posted_cents, held_cents, leg_count, head_hash into account
      from vouchers.ledger_account where id = leg.account for update;
    if not found then return jsonb_build_object('refused', 'unknown-account', 'account', leg.account); end if;
    legs[i].leg_count := account.leg_count + 1;
    legs[i].head_hash := account.head_hash;
    free_cents := account.posted_cents + leg.posted - account.held_cents - leg.held;
    if refusal is null and leg.posted - leg.held < 0 and free_cents < account.floor_cents then
      refusal := jsonb_build_object('refused', 'insufficient-funds', 'account', leg.account,
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
  foreach leg in array legs loop
    leg_hash := encode(sha256(convert_to(jsonb_build_array(
      leg.head_hash, content, leg.account, leg.leg_count::text, leg.posted::text, leg.pending::text)::text, 'UTF8')), 'hex');
    insert into vouchers.ledger_leg (entry, account, rank, posted_cents, pending_cents, hash)
    values (new_number, leg.account, leg.leg_count, leg.posted, leg.pending, leg_hash);
    update vouchers.ledger_account set posted_cents = posted_cents + leg.posted, held_cents = held_cents + leg.held,
      leg_count = leg.leg_count, head_hash = leg_hash where id = leg.account;
  end loop;
  return jsonb_build_object('number', new_number, 'replayed', false);
end $$;
--> statement-breakpoint
create function vouchers.ledger_close(until timestamptz, actor text, at timestamptz) returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('ledger closing', 0));
  if exists (select from vouchers.ledger_closing as closing where closing.until >= ledger_close.until) then return false; end if;
  insert into vouchers.ledger_closing (until, actor, at) values (ledger_close.until, ledger_close.actor, ledger_close.at);
  return true;
end $$;
