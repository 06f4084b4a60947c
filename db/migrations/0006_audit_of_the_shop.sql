CREATE TABLE "seller_events" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"subject_id" uuid,
	"subject_name" text,
	"data" jsonb NOT NULL,
	CONSTRAINT "seller_events_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "seller_events_kind" CHECK ("kind" in ('terms_published', 'operation_changed', 'automation_paused', 'automation_resumed', 'member_invited', 'invite_revoked', 'member_joined', 'role_changed', 'limits_changed', 'member_deactivated', 'member_reactivated'))
);
--> statement-breakpoint
ALTER TABLE "seller_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seller_events" ADD CONSTRAINT "seller_events_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seller_events_at" ON "seller_events" USING btree ("seller_id","at","id");--> statement-breakpoint
CREATE INDEX "seller_events_actor" ON "seller_events" USING btree ("seller_id","actor_id","at","id");--> statement-breakpoint
CREATE INDEX "messages_robot" ON "messages" USING btree ("seller_id","robot_id","created_at") WHERE robot_id is not null;--> statement-breakpoint
CREATE POLICY "seller_events_of_seller" ON "seller_events" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "sellers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Sellers of before are looked after from now on: what becomes overdue, and the daily digest.
INSERT INTO "work_items" (seller_id, kind, id, due_at) SELECT id, 'watch', id, now() FROM "sellers" ON CONFLICT DO NOTHING;
