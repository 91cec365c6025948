CREATE SCHEMA "access";
--> statement-breakpoint
CREATE SCHEMA "directory";
--> statement-breakpoint
CREATE SCHEMA "sources";
--> statement-breakpoint
CREATE TABLE "access"."used_link" (
	"id" text PRIMARY KEY NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."change" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"place_id" text NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."place" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"merged_into" text,
	"fields" jsonb NOT NULL,
	"provenance" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."place_record" (
	"source" text NOT NULL,
	"record_key" text NOT NULL,
	"place_id" text NOT NULL,
	CONSTRAINT "place_record_source_record_key_pk" PRIMARY KEY("source","record_key")
);
--> statement-breakpoint
CREATE TABLE "directory"."state" (
	"id" integer PRIMARY KEY NOT NULL,
	"published_imports" bigint NOT NULL,
	"refreshed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources"."commune" (
	"code_insee" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources"."import_run" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"format" text NOT NULL,
	"status" text NOT NULL,
	"mapping_version" integer NOT NULL,
	"records" integer NOT NULL,
	"accepted" integer NOT NULL,
	"rejected" integer NOT NULL,
	"repaired" integer NOT NULL,
	"refused" integer NOT NULL,
	"missing" integer NOT NULL,
	"repaired_records" integer DEFAULT 0 NOT NULL,
	"refused_records" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"review" jsonb,
	"content" "bytea",
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sources"."mapping" (
	"source" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"author" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mapping_source_version_pk" PRIMARY KEY("source","version")
);
--> statement-breakpoint
CREATE TABLE "sources"."raw_record" (
	"source" text NOT NULL,
	"record_key" text NOT NULL,
	"hash" text NOT NULL,
	"import_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"raw" jsonb NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "raw_record_source_record_key_hash_pk" PRIMARY KEY("source","record_key","hash")
);
--> statement-breakpoint
CREATE TABLE "sources"."record" (
	"source" text NOT NULL,
	"record_key" text NOT NULL,
	"hash" text NOT NULL,
	"position" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"rejection" text,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"last_import_id" bigint DEFAULT 0 NOT NULL,
	"missing_since" timestamp with time zone,
	CONSTRAINT "record_source_record_key_pk" PRIMARY KEY("source","record_key")
);
--> statement-breakpoint
CREATE TABLE "sources"."source" (
	"name" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"territory" text,
	"url" text,
	"licence" text,
	"rhythm" text,
	"etag" text,
	"last_modified" text,
	"content_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sources"."value_issue" (
	"import_id" bigint NOT NULL,
	"rank" integer NOT NULL,
	"position" integer NOT NULL,
	"column_name" text NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"repair" text,
	CONSTRAINT "value_issue_import_id_rank_pk" PRIMARY KEY("import_id","rank")
);
--> statement-breakpoint
ALTER TABLE "directory"."change" ADD CONSTRAINT "change_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "directory"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."place_record" ADD CONSTRAINT "place_record_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "directory"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources"."import_run" ADD CONSTRAINT "import_run_source_source_name_fk" FOREIGN KEY ("source") REFERENCES "sources"."source"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources"."mapping" ADD CONSTRAINT "mapping_source_source_name_fk" FOREIGN KEY ("source") REFERENCES "sources"."source"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources"."raw_record" ADD CONSTRAINT "raw_record_source_source_name_fk" FOREIGN KEY ("source") REFERENCES "sources"."source"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources"."raw_record" ADD CONSTRAINT "raw_record_import_id_import_run_id_fk" FOREIGN KEY ("import_id") REFERENCES "sources"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources"."record" ADD CONSTRAINT "record_source_source_name_fk" FOREIGN KEY ("source") REFERENCES "sources"."source"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources"."value_issue" ADD CONSTRAINT "value_issue_import_id_import_run_id_fk" FOREIGN KEY ("import_id") REFERENCES "sources"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_place" ON "directory"."change" USING btree ("place_id","seq");--> statement-breakpoint
CREATE INDEX "place_status" ON "directory"."place" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "place_merged_into" ON "directory"."place" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "place_record_place" ON "directory"."place_record" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "import_run_source" ON "sources"."import_run" USING btree ("source","id");