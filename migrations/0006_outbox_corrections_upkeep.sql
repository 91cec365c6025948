CREATE SCHEMA "outbox";
--> statement-breakpoint
CREATE SCHEMA "upkeep";
--> statement-breakpoint
CREATE TABLE "directory"."correction" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"gesture" text NOT NULL,
	"place_id" text NOT NULL,
	"unit" text NOT NULL,
	"value" jsonb NOT NULL,
	"basis" jsonb NOT NULL,
	"said_by" text NOT NULL,
	"link" text,
	"reasons" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."correction_ruling" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"correction_id" bigint NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"author" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox"."message" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"recipient" text,
	"subject" text,
	"body" text,
	"unsubscribe_url" text,
	"status" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "upkeep"."link" (
	"id" text PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"cause" text NOT NULL,
	"sent_to" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upkeep"."opt_out" (
	"email_digest" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upkeep"."report" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"email" text,
	"phone" text,
	"lang" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"answer" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "directory"."correction" ADD CONSTRAINT "correction_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "directory"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."correction_ruling" ADD CONSTRAINT "correction_ruling_correction_id_correction_id_fk" FOREIGN KEY ("correction_id") REFERENCES "directory"."correction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_place" ON "directory"."correction" USING btree ("place_id","id");--> statement-breakpoint
CREATE INDEX "correction_gesture" ON "directory"."correction" USING btree ("gesture");--> statement-breakpoint
CREATE INDEX "correction_ruling_correction" ON "directory"."correction_ruling" USING btree ("correction_id","id");--> statement-breakpoint
CREATE INDEX "message_waiting" ON "outbox"."message" USING btree ("status","next_attempt_at");--> statement-breakpoint
CREATE INDEX "message_created" ON "outbox"."message" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "link_place" ON "upkeep"."link" USING btree ("place_id","sent_at");--> statement-breakpoint
CREATE INDEX "report_answered" ON "upkeep"."report" USING btree ("answered_at","id");--> statement-breakpoint
CREATE INDEX "report_place" ON "upkeep"."report" USING btree ("place_id");--> statement-breakpoint
create trigger append_only before update or delete or truncate on directory.correction
  for each statement execute function directory.refuse_rewriting();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on directory.correction_ruling
  for each statement execute function directory.refuse_rewriting();
