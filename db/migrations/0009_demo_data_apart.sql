ALTER TABLE "seller_events" DROP CONSTRAINT "seller_events_kind";--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "is_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "return_addresses" ADD COLUMN "is_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "is_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "is_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seller_events" ADD CONSTRAINT "seller_events_kind" CHECK ("kind" in ('terms_published', 'operation_changed', 'automation_paused', 'automation_resumed', 'channel_created', 'channel_changed', 'sku_rule_saved', 'sku_rule_removed', 'sku_rules_imported', 'reason_saved', 'reason_retired', 'address_saved', 'address_retired', 'robot_saved', 'robot_retired', 'template_saved', 'template_reset', 'view_saved', 'view_deleted', 'demo_removed', 'member_invited', 'invite_revoked', 'member_joined', 'role_changed', 'limits_changed', 'member_deactivated', 'member_reactivated'));--> statement-breakpoint
ALTER TABLE "sellers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "channels" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_addresses" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "returns" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- The demo's two shops have fixed ids; what an import or a person brought into them is their own.
UPDATE "sellers" SET is_demo = true
  WHERE id in ('01930000-0000-7000-8000-000000000001', '01930000-0000-7000-8000-000000000002');--> statement-breakpoint
UPDATE "channels" SET is_demo = true WHERE seller_id in (SELECT id FROM "sellers" WHERE is_demo)
  AND code in ('amazon-us', 'amazon-uk', 'amazon-de', 'aliexpress', 'own-shop');--> statement-breakpoint
UPDATE "return_addresses" SET is_demo = true WHERE seller_id in (SELECT id FROM "sellers" WHERE is_demo)
  AND recipient in ('Demo Trading Returns', 'Other Shop Returns');--> statement-breakpoint
UPDATE "returns" r SET is_demo = true WHERE seller_id in (SELECT id FROM "sellers" WHERE is_demo) AND source <> 'person'
  AND NOT EXISTS (SELECT FROM "return_events" e WHERE e.seller_id = r.seller_id AND e.return_id = r.id
    AND e.kind = 'requested' AND e.import_id IS NOT NULL);
