CREATE TABLE "matching"."learnt_model" (
	"version" serial PRIMARY KEY NOT NULL,
	"decisions" integer NOT NULL,
	"last_decision" bigint NOT NULL,
	"published_imports" bigint NOT NULL,
	"base" text NOT NULL,
	"prior_bits" double precision NOT NULL,
	"bits" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"author" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching"."model_choice" (
	"id" serial PRIMARY KEY NOT NULL,
	"version" integer,
	"author" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "directory"."change" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "directory"."state" ADD COLUMN "model_choice" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "matching"."model_choice" ADD CONSTRAINT "model_choice_version_learnt_model_version_fk" FOREIGN KEY ("version") REFERENCES "matching"."learnt_model"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
create trigger append_only before update or delete or truncate on matching.learnt_model
  for each statement execute function directory.refuse_rewriting();
--> statement-breakpoint
create trigger append_only before update or delete or truncate on matching.model_choice
  for each statement execute function directory.refuse_rewriting();
