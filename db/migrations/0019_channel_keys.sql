CREATE TABLE "channel_keys" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"ends_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "channel_keys_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "channel_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seller_events" DROP CONSTRAINT "seller_events_kind";--> statement-breakpoint
ALTER TABLE "channel_keys" ADD CONSTRAINT "channel_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_keys" ADD CONSTRAINT "channel_keys_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "channel_keys_current" ON "channel_keys" USING btree ("seller_id","channel_id") WHERE ends_at is null;--> statement-breakpoint
CREATE INDEX "channel_keys_channel" ON "channel_keys" USING btree ("seller_id","channel_id","created_at");--> statement-breakpoint
ALTER TABLE "seller_events" ADD CONSTRAINT "seller_events_kind" CHECK ("kind" in ('terms_published', 'operation_changed', 'automation_paused', 'automation_resumed', 'channel_created', 'channel_changed', 'channel_key_issued', 'channel_key_revoked', 'import_done', 'import_undone', 'sku_rule_saved', 'sku_rule_removed', 'sku_rules_imported', 'reason_saved', 'reason_retired', 'address_saved', 'address_retired', 'robot_saved', 'robot_retired', 'template_saved', 'template_reset', 'view_saved', 'view_deleted', 'demo_removed', 'member_invited', 'invite_sent_again', 'invite_copied', 'invite_revoked', 'member_joined', 'account_replaced', 'reset_offered', 'reset_used', 'role_changed', 'limits_changed', 'member_deactivated', 'member_reactivated', 'support_entered', 'support_left', 'data_exported'));--> statement-breakpoint
CREATE POLICY "channel_keys_of_seller" ON "channel_keys" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);