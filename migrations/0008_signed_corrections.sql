ALTER TABLE "directory"."correction" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "upkeep"."link" ADD COLUMN "lang" text DEFAULT 'fr' NOT NULL;