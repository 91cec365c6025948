CREATE TABLE "vouchers"."booklet" (
	"id" text PRIMARY KEY NOT NULL,
	"programme" text NOT NULL,
	"terms_version" integer NOT NULL,
	"order_id" text,
	"prescriber" text NOT NULL,
	"code_hash" text,
	"handed_over_at" timestamp with time zone,
	"handed_over_by" text,
	"hand_over_key" text,
	"person_name" text,
	"phone" text,
	"last_day" date,
	"first_used_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"lost_at" timestamp with time zone,
	"replaces" text,
	CONSTRAINT "booklet_code_hash" UNIQUE("code_hash"),
	CONSTRAINT "booklet_hand_over_key" UNIQUE("hand_over_key"),
	CONSTRAINT "booklet_replaces" UNIQUE("replaces")
);
--> statement-breakpoint
CREATE TABLE "vouchers"."booklet_order" (
	"id" text PRIMARY KEY NOT NULL,
	"programme" text NOT NULL,
	"prescriber" text NOT NULL,
	"quantity" integer NOT NULL,
	"ordered_by" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"issued_at" timestamp with time zone,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "vouchers"."funding" (
	"id" text PRIMARY KEY NOT NULL,
	"programme" text NOT NULL,
	"funder" text NOT NULL,
	"cents" bigint NOT NULL,
	"received_on" date NOT NULL,
	"reference" text NOT NULL,
	"entry" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vouchers"."pass" (
	"booklet" text NOT NULL,
	"rank" integer NOT NULL,
	"state" text NOT NULL,
	"cents" bigint NOT NULL,
	"is_bonus" boolean NOT NULL,
	"redemption" text,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pass_booklet_rank_pk" PRIMARY KEY("booklet","rank")
);
--> statement-breakpoint
CREATE TABLE "vouchers"."pass_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"booklet" text NOT NULL,
	"rank" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vouchers"."programme" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"name" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ends_on" date,
	"escrow_holder" text,
	"escrow_iban" text,
	"escrow_bic" text
);
--> statement-breakpoint
CREATE TABLE "vouchers"."programme_funder" (
	"programme" text NOT NULL,
	"funder" text NOT NULL,
	"promised_cents" bigint NOT NULL,
	CONSTRAINT "programme_funder_programme_funder_pk" PRIMARY KEY("programme","funder")
);
--> statement-breakpoint
CREATE TABLE "vouchers"."programme_terms" (
	"programme" text NOT NULL,
	"version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programme_terms_programme_version_pk" PRIMARY KEY("programme","version")
);
--> statement-breakpoint
CREATE TABLE "vouchers"."redemption" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"programme" text NOT NULL,
	"booklet" text NOT NULL,
	"structure" text NOT NULL,
	"mediator" text NOT NULL,
	"pass_count" integer NOT NULL,
	"cents" bigint NOT NULL,
	"theme" text,
	"has_attended" boolean NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"pay_by" date NOT NULL,
	"entry" bigint NOT NULL,
	"undone_at" timestamp with time zone,
	"payment" text,
	CONSTRAINT "redemption_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "vouchers"."bank_file" (
	"sha256" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"read_by" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"paid" integer NOT NULL,
	"rejected" integer NOT NULL,
	"unknown" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vouchers"."batch" (
	"id" text PRIMARY KEY NOT NULL,
	"programme" text NOT NULL,
	"state" text NOT NULL,
	"prepared_by" text NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"execute_on" date NOT NULL,
	"debtor_name" text NOT NULL,
	"debtor_iban" text NOT NULL,
	"debtor_bic" text
);
--> statement-breakpoint
CREATE TABLE "vouchers"."device" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"structure" text NOT NULL,
	"public_key" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "vouchers"."extension" (
	"id" text PRIMARY KEY NOT NULL,
	"booklet" text NOT NULL,
	"asked_by" text NOT NULL,
	"structure" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"new_last_day" date
);
--> statement-breakpoint
CREATE TABLE "vouchers"."late_redemption" (
	"key" text PRIMARY KEY NOT NULL,
	"device" text NOT NULL,
	"structure" text NOT NULL,
	"booklet" text,
	"pass_count" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"redemption" text
);
--> statement-breakpoint
CREATE TABLE "vouchers"."payment" (
	"id" text PRIMARY KEY NOT NULL,
	"batch" text NOT NULL,
	"structure" text NOT NULL,
	"cents" bigint NOT NULL,
	"holder" text NOT NULL,
	"iban" text NOT NULL,
	"bic" text,
	"hold" bigint NOT NULL,
	"outcome" text NOT NULL,
	"reason_code" text,
	"resolution" bigint,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "vouchers"."programme_step" (
	"programme" text NOT NULL,
	"step" text NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"done_by" text NOT NULL,
	CONSTRAINT "programme_step_programme_step_pk" PRIMARY KEY("programme","step")
);
--> statement-breakpoint
CREATE TABLE "vouchers"."agreement" (
	"programme" text NOT NULL,
	"structure" text NOT NULL,
	"state" text NOT NULL,
	"siret" text NOT NULL,
	"code_insee" text NOT NULL,
	"territories" text[] NOT NULL,
	"label" text,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "agreement_programme_structure_pk" PRIMARY KEY("programme","structure")
);
--> statement-breakpoint
CREATE TABLE "vouchers"."bank_account" (
	"id" text PRIMARY KEY NOT NULL,
	"structure" text NOT NULL,
	"holder" text NOT NULL,
	"iban" text NOT NULL,
	"bic" text,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"payable_from" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "vouchers"."qualified_structure" (
	"structure" text PRIMARY KEY NOT NULL,
	"siret" text NOT NULL,
	"qualified_at" timestamp with time zone NOT NULL,
	CONSTRAINT "qualified_structure_siret" UNIQUE("siret")
);
--> statement-breakpoint
CREATE INDEX "booklet_programme" ON "vouchers"."booklet" USING btree ("programme","last_day");--> statement-breakpoint
CREATE INDEX "booklet_prescriber" ON "vouchers"."booklet" USING btree ("prescriber","handed_over_at");--> statement-breakpoint
CREATE INDEX "booklet_order_of" ON "vouchers"."booklet" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "booklet_order_programme" ON "vouchers"."booklet_order" USING btree ("programme");--> statement-breakpoint
CREATE INDEX "booklet_order_prescriber" ON "vouchers"."booklet_order" USING btree ("prescriber");--> statement-breakpoint
CREATE INDEX "pass_redemption" ON "vouchers"."pass" USING btree ("redemption") WHERE "vouchers"."pass"."redemption" is not null;--> statement-breakpoint
CREATE INDEX "pass_event_pass" ON "vouchers"."pass_event" USING btree ("booklet","rank");--> statement-breakpoint
CREATE INDEX "redemption_structure" ON "vouchers"."redemption" USING btree ("structure","at");--> statement-breakpoint
CREATE INDEX "redemption_booklet" ON "vouchers"."redemption" USING btree ("booklet");--> statement-breakpoint
CREATE INDEX "redemption_unpaid" ON "vouchers"."redemption" USING btree ("programme","structure") WHERE "vouchers"."redemption"."payment" is null and "vouchers"."redemption"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "redemption_payment" ON "vouchers"."redemption" USING btree ("payment") WHERE "vouchers"."redemption"."payment" is not null;--> statement-breakpoint
CREATE INDEX "batch_programme" ON "vouchers"."batch" USING btree ("programme","prepared_at");--> statement-breakpoint
CREATE INDEX "extension_booklet" ON "vouchers"."extension" USING btree ("booklet");--> statement-breakpoint
CREATE INDEX "late_redemption_structure" ON "vouchers"."late_redemption" USING btree ("structure","received_at");--> statement-breakpoint
CREATE INDEX "payment_batch" ON "vouchers"."payment" USING btree ("batch");--> statement-breakpoint
CREATE INDEX "payment_structure" ON "vouchers"."payment" USING btree ("structure");--> statement-breakpoint
CREATE INDEX "agreement_structure" ON "vouchers"."agreement" USING btree ("structure");--> statement-breakpoint
CREATE INDEX "bank_account_structure" ON "vouchers"."bank_account" USING btree ("structure");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_account_proposed" ON "vouchers"."bank_account" USING btree ("structure") WHERE "vouchers"."bank_account"."state" = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "bank_account_confirmed" ON "vouchers"."bank_account" USING btree ("structure") WHERE "vouchers"."bank_account"."state" = 'confirmed';--> statement-breakpoint
create trigger append_only before update or delete or truncate on vouchers.programme_terms
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on vouchers.funding
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on vouchers.pass_event
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on vouchers.bank_file
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger never_deleted before delete or truncate on vouchers.pass
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger never_deleted before delete or truncate on vouchers.booklet
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger never_deleted before delete or truncate on vouchers.redemption
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
create trigger never_deleted before delete or truncate on vouchers.payment
  for each statement execute function vouchers.refuse_rewriting();
--> statement-breakpoint
-- V2. The same list as in domain/pass.ts: a test compares them. Whatever writes, the history of a pass is written with it.
create function vouchers.follow_pass() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'ordered' then
      raise exception 'A pass is ordered before it is %', new.state using errcode = 'integrity_constraint_violation';
    end if;
  elsif new.booklet <> old.booklet or new.rank <> old.rank or new.cents <> old.cents or new.is_bonus <> old.is_bonus then
    raise exception 'A pass keeps its booklet, its rank and its value' using errcode = 'integrity_constraint_violation';
  elsif new.state = old.state then
    return new;
  elsif (old.state || '>' || new.state) <> all (array[
      'ordered>issued', 'ordered>cancelled', 'issued>in_stock', 'issued>expired', 'issued>cancelled',
      'in_stock>handed_over', 'in_stock>expired', 'in_stock>cancelled',
      'handed_over>redeemed', 'handed_over>expired', 'handed_over>cancelled', 'handed_over>replaced',
      'redeemed>reimbursed', 'redeemed>handed_over', 'reimbursed>redeemed']) then
    raise exception 'A pass does not go from % to %', old.state, new.state using errcode = 'integrity_constraint_violation';
  end if;
  insert into vouchers.pass_event (booklet, rank, from_state, to_state, by, at)
  values (new.booklet, new.rank, case tg_op when 'UPDATE' then old.state end, new.state, new.changed_by, new.changed_at);
  return new;
end $$;
--> statement-breakpoint
create trigger followed before insert or update on vouchers.pass
  for each row execute function vouchers.follow_pass();
--> statement-breakpoint
-- Everything a redemption is decided on, in one reading. A function keeps its plans: half of what a redemption costs.
create function vouchers.read_counter(the_key text, the_code_hash text, the_structure text) returns jsonb
language plpgsql stable as $$
declare
  held vouchers.booklet;
begin
  select * into held from vouchers.booklet where code_hash = the_code_hash;
  return jsonb_build_object(
    'earlier', (select to_jsonb(redemption) || jsonb_build_object('cents', cents::text) from vouchers.redemption where key = the_key),
    'booklet', case when held.id is not null then to_jsonb(held) end,
    'passes', (select jsonb_agg(jsonb_build_array(rank, state, cents::text, is_bonus) order by rank) from vouchers.pass where booklet = held.id),
    'agreement', (select to_jsonb(agreement) from vouchers.agreement where programme = held.programme and structure = the_structure));
end $$;
--> statement-breakpoint
/*
 * Writes one redemption: its entry, its passes, its row. Answers as ledger_append does, with how many ordinary passes are
 * left to use. Nothing was locked while it was decided: when a pass was used or the booklet declared lost since then, it
 * raises MV409 and nothing is written.
 */
create function vouchers.redeem(entry jsonb, given jsonb, ranks int[]) returns jsonb language plpgsql as $$
declare
  answer jsonb;
  done int;
  unused int;
begin
  -- Desks that redeem the same booklet pass one after the other: the last one knows that it is the last.
  perform 1 from vouchers.booklet where id = given->>'booklet' and lost_at is null for update;
  if not found then raise exception 'moved-meanwhile' using errcode = 'MV409'; end if;
  answer := vouchers.ledger_append(entry);
  if answer ? 'refused' then return answer; end if;
  update vouchers.pass set state = 'redeemed', redemption = given->>'id', changed_by = entry->>'actor',
      changed_at = (given->>'recorded_at')::timestamptz
    where booklet = given->>'booklet' and rank = any (ranks) and state = 'handed_over';
  get diagnostics done = row_count;
  if done <> array_length(ranks, 1) then raise exception 'moved-meanwhile' using errcode = 'MV409'; end if;
  insert into vouchers.redemption (id, key, request_hash, programme, booklet, structure, mediator, pass_count, cents, theme,
    has_attended, channel, at, recorded_at, pay_by, entry)
  values (given->>'id', given->>'key', given->>'request_hash', given->>'programme', given->>'booklet', given->>'structure',
    given->>'mediator', done, (given->>'cents')::bigint, given->>'theme', (given->>'has_attended')::boolean, given->>'channel',
    (given->>'at')::timestamptz, (given->>'recorded_at')::timestamptz, (given->>'pay_by')::date, (answer->>'number')::bigint);
  if (given->>'is_first')::boolean then
    update vouchers.booklet set first_used_at = (given->>'at')::timestamptz where id = given->>'booklet' and first_used_at is null;
  end if;
  select count(*) into unused from vouchers.pass where booklet = given->>'booklet' and not is_bonus
    and state not in ('redeemed', 'reimbursed', 'replaced');
  if unused = 0 then
    update vouchers.booklet set completed_at = (given->>'recorded_at')::timestamptz where id = given->>'booklet' and completed_at is null;
  end if;
  return answer || jsonb_build_object('unused', unused);
end $$;
--> statement-breakpoint
/*
 * Several redemptions that came at the same time, in one transaction: a commit waits for the disk once for all. Each is
 * kept or refused on its own. `drafts` is in the order in which accounts are locked: by place, then by booklet.
 */
create function vouchers.redeem_each(drafts jsonb) returns jsonb language plpgsql as $$
declare
  draft jsonb;
  answer jsonb;
  answers jsonb := '[]';
begin
  -- All the booklets before any account, in one order: whoever holds a booklet and wants an account never waits for us in a circle.
  perform 1 from vouchers.booklet
    where id = any (array(select one->'given'->>'booklet' from jsonb_array_elements(drafts) as one)) order by id for update;
  for draft in select * from jsonb_array_elements(drafts) loop
    begin
      answer := vouchers.redeem(draft->'entry', draft->'given',
        array(select value::int from jsonb_array_elements_text(draft->'ranks')));
    exception when sqlstate 'MV409' then
      answer := jsonb_build_object('refused', 'moved-meanwhile');
    end;
    answers := answers || jsonb_build_array(answer);
  end loop;
  return answers;
end $$;
