CREATE TABLE "presence" (
	"seller_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"doing" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "presence_seller_id_return_id_user_id_pk" PRIMARY KEY("seller_id","return_id","user_id"),
	CONSTRAINT "presence_doing" CHECK ("doing" in ('looking', 'authorizing', 'closing', 'writing'))
);
--> statement-breakpoint
ALTER TABLE "presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seller_events" DROP CONSTRAINT "seller_events_kind";--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_events" ADD CONSTRAINT "seller_events_kind" CHECK ("kind" in ('terms_published', 'operation_changed', 'automation_paused', 'automation_resumed', 'channel_created', 'channel_changed', 'sku_rule_saved', 'sku_rule_removed', 'sku_rules_imported', 'reason_saved', 'reason_retired', 'address_saved', 'address_retired', 'robot_saved', 'robot_retired', 'template_saved', 'template_reset', 'view_saved', 'view_deleted', 'member_invited', 'invite_revoked', 'member_joined', 'role_changed', 'limits_changed', 'member_deactivated', 'member_reactivated'));--> statement-breakpoint
CREATE POLICY "presence_of_seller" ON "presence" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);