CREATE TABLE "access"."audit_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" text NOT NULL,
	"organisation_id" text,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text,
	"email" text,
	"roles" text[] NOT NULL,
	"territories" text[],
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."linked_account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."membership" (
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"roles" text[] NOT NULL,
	"territories" text[],
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "membership_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "access"."organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"siret" text,
	"territories" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "access"."passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"person_id" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"created_at" timestamp with time zone,
	"aaguid" text
);
--> statement-breakpoint
CREATE TABLE "access"."person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"email_verified" boolean NOT NULL,
	"lang" text DEFAULT 'fr' NOT NULL,
	"administrator_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "person_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "access"."second_factor" (
	"person_id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint NOT NULL,
	"failures" integer NOT NULL,
	"locked_until" timestamp with time zone,
	"backup_digests" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"person_id" text NOT NULL,
	"device" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"second_factor_at" timestamp with time zone,
	CONSTRAINT "session_token" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "access"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox"."message" ADD COLUMN "is_secret" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "access"."invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "access"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access"."linked_account" ADD CONSTRAINT "linked_account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "access"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access"."membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "access"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access"."membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "access"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access"."passkey" ADD CONSTRAINT "passkey_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "access"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access"."second_factor" ADD CONSTRAINT "second_factor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "access"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access"."session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "access"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "access"."audit_entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entry_person" ON "access"."audit_entry" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "access"."audit_entry" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "invitation_organisation" ON "access"."invitation" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "linked_account_provider" ON "access"."linked_account" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "membership_person" ON "access"."membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_siret" ON "access"."organisation" USING btree ("siret") WHERE "access"."organisation"."siret" is not null and "access"."organisation"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "organisation_kind" ON "access"."organisation" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "passkey_person" ON "access"."passkey" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "passkey_credential" ON "access"."passkey" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "access"."session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "access"."verification" USING btree ("identifier");--> statement-breakpoint
-- Who did what cannot be written again. After the year that the register states, it may be forgotten, never before.
create function access.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append only', tg_table_schema, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
--> statement-breakpoint
create trigger append_only before update or truncate on access.audit_entry
  for each statement execute function access.refuse_rewriting();
--> statement-breakpoint
create trigger kept_a_year before delete on access.audit_entry
  for each row when (old.at > now() - interval '365 days') execute function access.refuse_rewriting();
--> statement-breakpoint
-- By right as well as by trigger: an owner may give itself these rights back, which leaves a trace in the catalogue.
revoke update, truncate on access.audit_entry from current_user;
