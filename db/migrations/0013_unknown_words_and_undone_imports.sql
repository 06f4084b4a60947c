ALTER TABLE "seller_events" DROP CONSTRAINT "seller_events_kind";--> statement-breakpoint
ALTER TABLE "returns" DROP CONSTRAINT "returns_status";--> statement-breakpoint
ALTER TABLE "returns" ALTER COLUMN "tab" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "effects" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "is_without_automation" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "stayed" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "stayed_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "returns_unknown_due" ON "returns" USING btree ("seller_id","due_sort","id") WHERE status = 'unknown';--> statement-breakpoint
ALTER TABLE "seller_events" ADD CONSTRAINT "seller_events_kind" CHECK ("kind" in ('terms_published', 'operation_changed', 'automation_paused', 'automation_resumed', 'channel_created', 'channel_changed', 'import_done', 'import_undone', 'sku_rule_saved', 'sku_rule_removed', 'sku_rules_imported', 'reason_saved', 'reason_retired', 'address_saved', 'address_retired', 'robot_saved', 'robot_retired', 'template_saved', 'template_reset', 'view_saved', 'view_deleted', 'demo_removed', 'member_invited', 'invite_sent_again', 'invite_copied', 'invite_revoked', 'member_joined', 'account_replaced', 'reset_offered', 'reset_used', 'role_changed', 'limits_changed', 'member_deactivated', 'member_reactivated', 'support_entered', 'support_left', 'data_exported'));--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_status" CHECK ("status" in ('authorization_required', 'awaiting_return', 'received', 'completed', 'closed', 'withdrawn', 'lapsed', 'unknown'));