ALTER TABLE "vouchers"."device" ADD COLUMN "opening_key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "vouchers"."late_redemption" ADD COLUMN "settlement" text;--> statement-breakpoint
ALTER TABLE "vouchers"."late_redemption" ADD COLUMN "settled_by" text;--> statement-breakpoint
ALTER TABLE "vouchers"."late_redemption" ADD COLUMN "settled_at" timestamp with time zone;