CREATE TABLE "account_events" (
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "account_events_user_id_id_pk" PRIMARY KEY("user_id","id"),
	CONSTRAINT "account_events_kind" CHECK ("kind" in ('signed_in', 'sign_in_failed', 'locked', 'reset_asked', 'reset_offered', 'reset_used', 'password_changed', 'shop_entered', 'shop_left'))
);
--> statement-breakpoint
ALTER TABLE "account_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "devices" (
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "devices_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "templates" DROP CONSTRAINT "templates_kind";--> statement-breakpoint
ALTER TABLE "seller_events" DROP CONSTRAINT "seller_events_kind";--> statement-breakpoint
DROP INDEX "users_email";--> statement-breakpoint
ALTER TABLE "invites" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sellers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invites" ADD COLUMN "offered_by" uuid;--> statement-breakpoint
UPDATE "invites" SET "offered_by" = "created_by";--> statement-breakpoint
ALTER TABLE "invites" ALTER COLUMN "offered_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "password_resets" ADD COLUMN "seller_id" uuid;--> statement-breakpoint
ALTER TABLE "password_resets" ADD COLUMN "offered_by" uuid;--> statement-breakpoint
-- Nobody knows how the links of today were given out, nor by whom: they are given up.
UPDATE "password_resets" SET "used_at" = now() WHERE "used_at" IS NULL;--> statement-breakpoint
ALTER TABLE "password_resets" ADD COLUMN "is_mailed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "password_resets" ALTER COLUMN "is_mailed" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "password_resets" ADD COLUMN "void_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "visit_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_proven_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "replaced_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_events_at" ON "account_events" USING btree ("user_id","at","id");--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_offered_by_users_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_offered_by_users_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email") WHERE replaced_at is null;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind" CHECK ("kind" in ('buyer.authorized', 'buyer.closed', 'buyer.message', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset', 'member.reset_used', 'member.new_device'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("kind" in ('buyer.authorized', 'buyer.closed', 'buyer.message', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset', 'member.reset_used', 'member.new_device'));--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_kind" CHECK ("kind" in ('buyer.authorized', 'buyer.closed', 'buyer.message', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset', 'member.reset_used', 'member.new_device'));--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_offer" CHECK (is_mailed or (seller_id is not null and offered_by is not null));--> statement-breakpoint
ALTER TABLE "seller_events" ADD CONSTRAINT "seller_events_kind" CHECK ("kind" in ('terms_published', 'operation_changed', 'automation_paused', 'automation_resumed', 'channel_created', 'channel_changed', 'sku_rule_saved', 'sku_rule_removed', 'sku_rules_imported', 'reason_saved', 'reason_retired', 'address_saved', 'address_retired', 'robot_saved', 'robot_retired', 'template_saved', 'template_reset', 'view_saved', 'view_deleted', 'demo_removed', 'member_invited', 'invite_sent_again', 'invite_copied', 'invite_revoked', 'member_joined', 'account_replaced', 'reset_offered', 'reset_used', 'role_changed', 'limits_changed', 'member_deactivated', 'member_reactivated', 'support_entered', 'support_left', 'data_exported'));--> statement-breakpoint
CREATE POLICY "account_events_of_user" ON "account_events" AS PERMISSIVE FOR ALL TO "homeward_app" USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "devices_of_user" ON "devices" AS PERMISSIVE FOR ALL TO "homeward_app" USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);