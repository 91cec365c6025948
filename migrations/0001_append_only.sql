-- What was seen and what happened is never rewritten: the database itself refuses, TRUNCATE included.
create function directory.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on sources.raw_record
  for each statement execute function directory.refuse_rewriting();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on directory.change
  for each statement execute function directory.refuse_rewriting();
--> statement-breakpoint
create trigger never_deleted before delete or truncate on directory.place
  for each statement execute function directory.refuse_rewriting();
