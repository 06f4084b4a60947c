CREATE TABLE "marketplace_floors" (
	"marketplace" text NOT NULL,
	"programme" text NOT NULL,
	"country" text NOT NULL,
	"floor" jsonb NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "marketplace_floors_marketplace_programme_country_pk" PRIMARY KEY("marketplace","programme","country")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"operation" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operations_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "operations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policy_drafts" (
	"seller_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"base_version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_drafts_seller_id_channel_id_pk" PRIMARY KEY("seller_id","channel_id")
);
--> statement-breakpoint
ALTER TABLE "policy_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sku_rules" (
	"seller_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"sku_key" text NOT NULL,
	"sku" text NOT NULL,
	"exempt_reason" text,
	"exempt_from" date,
	"exempt_until" date,
	"automation" text,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sku_rules_seller_id_channel_id_sku_key_pk" PRIMARY KEY("seller_id","channel_id","sku_key"),
	CONSTRAINT "sku_rules_exempt_reason" CHECK ("exempt_reason" in ('heavy_bulky', 'dangerous', 'high_value', 'category', 'other')),
	CONSTRAINT "sku_rules_automation" CHECK ("automation" in ('manual', 'automatic'))
);
--> statement-breakpoint
ALTER TABLE "sku_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_mappings_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "import_mappings_kind" CHECK ("kind" in ('returns', 'orders'))
);
--> statement-breakpoint
ALTER TABLE "import_mappings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_order_changes" (
	"seller_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb,
	"updated_after" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_order_changes_seller_id_import_id_order_id_pk" PRIMARY KEY("seller_id","import_id","order_id"),
	CONSTRAINT "import_order_changes_kind" CHECK ("kind" in ('new', 'changed'))
);
--> statement-breakpoint
ALTER TABLE "import_order_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invites" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"locale" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invites_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "invites_role" CHECK ("role" in ('owner', 'manager', 'agent', 'warehouse', 'viewer'))
);
--> statement-breakpoint
ALTER TABLE "invites" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"seller_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"event" text NOT NULL,
	"is_on" boolean NOT NULL,
	CONSTRAINT "notification_preferences_seller_id_user_id_event_pk" PRIMARY KEY("seller_id","user_id","event"),
	CONSTRAINT "notification_preferences_event" CHECK ("event" in ('team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest'))
);
--> statement-breakpoint
ALTER TABLE "notification_preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "robots" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret" text,
	"locale" text NOT NULL,
	"events" jsonb NOT NULL,
	"is_on" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "robots_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "robots_kind" CHECK ("kind" in ('wecom', 'dingtalk', 'feishu'))
);
--> statement-breakpoint
ALTER TABLE "robots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_views" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"is_shared" boolean NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_views_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policy_previews" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"state" text NOT NULL,
	"terms" jsonb,
	"operation" jsonb,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"impact" jsonb,
	"failure" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "policy_previews_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "policy_previews_state" CHECK ("state" in ('running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "policy_previews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "preview_changes" (
	"seller_id" uuid NOT NULL,
	"preview_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"return_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	CONSTRAINT "preview_changes_seller_id_preview_id_position_pk" PRIMARY KEY("seller_id","preview_id","position")
);
--> statement-breakpoint
ALTER TABLE "preview_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reasons" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"labels" jsonb NOT NULL,
	"is_buyer_visible" boolean NOT NULL,
	"fault" text,
	"needs_photo" boolean NOT NULL,
	"needs_comment" boolean NOT NULL,
	"carries_refund" boolean NOT NULL,
	"position" integer NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reasons_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "reasons_kind" CHECK ("kind" in ('return', 'close')),
	CONSTRAINT "reasons_fault" CHECK ("fault" in ('seller', 'carrier', 'buyer'))
);
--> statement-breakpoint
ALTER TABLE "reasons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_recipient";--> statement-breakpoint
ALTER TABLE "work_items" DROP CONSTRAINT "work_items_kind";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "templates" DROP CONSTRAINT "templates_kind";--> statement-breakpoint
ALTER TABLE "returns" DROP CONSTRAINT "returns_seller_id_decision_policy_id_policies_seller_id_id_fk";
--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "return_addresses" ADD COLUMN "label" text;--> statement-breakpoint
ALTER TABLE "return_addresses" ADD COLUMN "hours" text;--> statement-breakpoint
ALTER TABLE "return_addresses" ADD COLUMN "retired_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "kind" text DEFAULT 'returns' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "mapping" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "robot_id" uuid;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "has_free_return" boolean;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "shipped_on" date;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "outbound" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "ship_country" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "paid_minor" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "shipping_minor" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "deactivated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "bulk_limit" integer;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "refund_limits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "automation_paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "automation_paused_by" text;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "digest_hour" integer DEFAULT 9 NOT NULL;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "digest_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "digest_on" date;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "overdue_told_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "return_lines" ADD COLUMN "reason_labels" jsonb;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "operation_id" uuid;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "close_reason_labels" jsonb;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "outbound" text GENERATED ALWAYS AS (evaluation->>'outbound') STORED;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_drafts" ADD CONSTRAINT "policy_drafts_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_drafts" ADD CONSTRAINT "policy_drafts_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sku_rules" ADD CONSTRAINT "sku_rules_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sku_rules" ADD CONSTRAINT "sku_rules_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_order_changes" ADD CONSTRAINT "import_order_changes_seller_id_import_id_imports_seller_id_id_fk" FOREIGN KEY ("seller_id","import_id") REFERENCES "public"."imports"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_seller_id_user_id_memberships_seller_id_user_id_fk" FOREIGN KEY ("seller_id","user_id") REFERENCES "public"."memberships"("seller_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "robots" ADD CONSTRAINT "robots_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_seller_id_owner_id_memberships_seller_id_user_id_fk" FOREIGN KEY ("seller_id","owner_id") REFERENCES "public"."memberships"("seller_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_previews" ADD CONSTRAINT "policy_previews_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_changes" ADD CONSTRAINT "preview_changes_seller_id_preview_id_policy_previews_seller_id_id_fk" FOREIGN KEY ("seller_id","preview_id") REFERENCES "public"."policy_previews"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reasons" ADD CONSTRAINT "reasons_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "operations_version" ON "operations" USING btree ("seller_id","channel_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "import_mappings_signature" ON "import_mappings" USING btree ("seller_id","channel_id","kind","signature");--> statement-breakpoint
CREATE UNIQUE INDEX "invites_open" ON "invites" USING btree ("seller_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("seller_id","owner_id","name");--> statement-breakpoint
CREATE INDEX "policy_previews_created" ON "policy_previews" USING btree ("seller_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reasons_code" ON "reasons" USING btree ("seller_id","kind","code");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_seller_id_robot_id_robots_seller_id_id_fk" FOREIGN KEY ("seller_id","robot_id") REFERENCES "public"."robots"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_seller_id_operation_id_operations_seller_id_id_fk" FOREIGN KEY ("seller_id","operation_id") REFERENCES "public"."operations"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_seller_id_assignee_id_memberships_seller_id_user_id_fk" FOREIGN KEY ("seller_id","assignee_id") REFERENCES "public"."memberships"("seller_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "returns_assignee_due" ON "returns" USING btree ("seller_id","assignee_id","tab","due_sort","id");--> statement-breakpoint
CREATE INDEX "returns_outbound_due" ON "returns" USING btree ("seller_id","outbound","due_sort","id") WHERE tab = 'authorization_required' and outbound in ('not_handed_over', 'on_its_way');--> statement-breakpoint
CREATE INDEX "returns_undecided" ON "returns" USING btree ("seller_id","channel_id","id") WHERE tab = 'authorization_required';--> statement-breakpoint
ALTER TABLE "policies" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "operations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "returns" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "channels" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sku_rules" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- What was one version of a policy becomes one of its terms and one of its operation, under the same id.
INSERT INTO "operations" (seller_id, id, channel_id, version, operation, created_by, created_at)
SELECT p.seller_id, p.id, p.channel_id, p.version,
  p.operation || '{"calendar":{"restDays":[6,7],"closedOn":[]},"addressRules":[],"rma":{"format":"RMA-{number}-{check}","isOwn":false},"labels":{"labelSize":null,"slipSize":null,"costMinor":null,"costAbroadMinor":null},"freeReturnCountries":[]}'::jsonb || jsonb_build_object('exemptions', (p.operation->'exemptions') - 'skus')
    || CASE WHEN c.programme = 'free_return' THEN jsonb_build_object('freeReturnCountries', '[{"country":"RU","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"US","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"ES","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"FR","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"BR","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"NL","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"IL","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"GB","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"DE","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"IT","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"CA","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"AU","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"BE","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"PT","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"PL","method":"drop_off","carrier":"","site":"","phone":"","warehouse":""},{"country":"MX","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""},{"country":"UA","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""},{"country":"CZ","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""},{"country":"CH","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""},{"country":"CL","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""},{"country":"JP","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""},{"country":"AE","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""},{"country":"SA","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""},{"country":"KR","method":"pick_up","carrier":"","site":"","phone":"","warehouse":""}]'::jsonb) ELSE '{}'::jsonb END,
  p.created_by, p.created_at
FROM "policies" p JOIN "channels" c ON c.seller_id = p.seller_id AND c.id = p.channel_id;--> statement-breakpoint
UPDATE "returns" SET operation_id = decision_policy_id WHERE decision_policy_id IS NOT NULL;--> statement-breakpoint
INSERT INTO "sku_rules" (seller_id, channel_id, sku_key, sku, exempt_reason, updated_at)
SELECT DISTINCT ON (p.seller_id, p.channel_id, lower(btrim(sku))) p.seller_id, p.channel_id, lower(btrim(sku)), btrim(sku), 'other', p.created_at
FROM (SELECT DISTINCT ON (seller_id, channel_id) * FROM "policies" ORDER BY seller_id, channel_id, version DESC) p,
  jsonb_array_elements_text(p.operation->'exemptions'->'skus') sku;--> statement-breakpoint
UPDATE "policies" SET terms = terms || '{"freightByReason":{},"returnless":{"rules":[],"noLocalAddressUpToMinor":null},"restocking":{"latePercent":20,"damagedPercent":50,"differentPercent":100}}'::jsonb || jsonb_build_object('window', terms->'window' || jsonb_build_object('bySku', '[]'::jsonb,
  'holidays', (SELECT coalesce(jsonb_agg(row || '{"basis":"bought"}'::jsonb), '[]'::jsonb) FROM jsonb_array_elements(terms->'window'->'holidays') row)));--> statement-breakpoint
-- As published for sellers in 2026; the operator keeps these rows.
INSERT INTO "marketplace_floors" (marketplace, programme, country, floor, source) VALUES
('amazon', 'seller_fulfilled', 'US', '{"windowDays":30,"restocking":{"latePercent":20,"damagedPercent":50,"differentPercent":100},"neverBuyersFault":["wrong_item_sent","item_damaged","defective","missing_parts","bad_description"],"noLocalAddressUpToMinor":2500}'::jsonb, 'Amazon seller help: returns, restocking fees, international returns'),
('amazon', 'seller_fulfilled', '*', '{"windowDays":30,"restocking":{"latePercent":20,"damagedPercent":50,"differentPercent":100},"neverBuyersFault":["wrong_item_sent","item_damaged","defective","missing_parts","bad_description"]}'::jsonb, 'Amazon seller help: returns, restocking fees'),
('aliexpress', 'free_return', '*', '{"freeReturn":{"requestDays":15,"extraDaysAfterPromise":15}}'::jsonb, 'AliExpress: Free Return');--> statement-breakpoint
ALTER TABLE "policies" DROP COLUMN "operation";--> statement-breakpoint
ALTER TABLE "returns" DROP COLUMN "decision_policy_id";--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_recipient" UNIQUE NULLS NOT DISTINCT("seller_id","outbox_id","recipient_id","robot_id");--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_kind" CHECK ("kind" in ('returns', 'orders'));--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_kind" CHECK ("kind" in ('bulk', 'import', 'outbox', 'mail', 'deadline', 'robot', 'watch', 'rejudge', 'preview'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind" CHECK ("kind" in ('buyer.authorized', 'buyer.closed', 'buyer.message', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("kind" in ('buyer.authorized', 'buyer.closed', 'buyer.message', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset'));--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_kind" CHECK ("kind" in ('buyer.authorized', 'buyer.closed', 'buyer.message', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset'));--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_outbound" CHECK ("outbound" in ('not_handed_over', 'on_its_way', 'delivered'));--> statement-breakpoint
CREATE POLICY "operations_of_seller" ON "operations" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "policy_drafts_of_seller" ON "policy_drafts" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sku_rules_of_seller" ON "sku_rules" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "import_mappings_of_seller" ON "import_mappings" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "import_order_changes_of_seller" ON "import_order_changes" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "invites_of_seller" ON "invites" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "notification_preferences_of_seller" ON "notification_preferences" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "robots_of_seller" ON "robots" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "saved_views_of_seller" ON "saved_views" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "policy_previews_of_seller" ON "policy_previews" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "preview_changes_of_seller" ON "preview_changes" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "reasons_of_seller" ON "reasons" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);