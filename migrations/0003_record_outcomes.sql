ALTER TABLE "sources"."import_run" ADD COLUMN "repaired_records" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources"."import_run" ADD COLUMN "refused_records" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources"."import_run" ADD COLUMN "added" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources"."import_run" ADD COLUMN "updated" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sources"."import_run" ADD COLUMN "review" jsonb;