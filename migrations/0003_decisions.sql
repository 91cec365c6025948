CREATE SCHEMA "matching";
--> statement-breakpoint
CREATE TABLE "matching"."decision" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"a_source" text NOT NULL,
	"a_key" text NOT NULL,
	"b_source" text NOT NULL,
	"b_key" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"author" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_is_about_two" CHECK (("matching"."decision"."a_source", "matching"."decision"."a_key") <> ("matching"."decision"."b_source", "matching"."decision"."b_key"))
);
--> statement-breakpoint
ALTER TABLE "directory"."place_record" ADD COLUMN "home_id" text;--> statement-breakpoint
UPDATE "directory"."place_record" SET "home_id" = "place_id";--> statement-breakpoint
ALTER TABLE "directory"."place_record" ALTER COLUMN "home_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."state" ADD COLUMN "last_decision" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "decision_pair" ON "matching"."decision" USING btree ("a_source","a_key","b_source","b_key","id");--> statement-breakpoint
ALTER TABLE "directory"."place_record" ADD CONSTRAINT "place_record_home_id_place_id_fk" FOREIGN KEY ("home_id") REFERENCES "directory"."place"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on matching.decision
  for each statement execute function directory.refuse_rewriting();
