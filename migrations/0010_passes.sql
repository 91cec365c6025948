--> statement-breakpoint
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
  return answer || jsonb_build_object('unused', unused);
end $$;
