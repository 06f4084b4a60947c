CREATE TABLE "label_prints" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"state" text NOT NULL,
	"return_ids" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "label_prints_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "label_prints_state" CHECK ("state" in ('running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "label_prints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "work_items" DROP CONSTRAINT "work_items_kind";--> statement-breakpoint
ALTER TABLE "label_prints" ADD CONSTRAINT "label_prints_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_kind" CHECK ("kind" in ('bulk', 'import', 'outbox', 'mail', 'deadline', 'robot', 'watch', 'rejudge', 'preview', 'labels'));--> statement-breakpoint
CREATE POLICY "label_prints_of_seller" ON "label_prints" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);