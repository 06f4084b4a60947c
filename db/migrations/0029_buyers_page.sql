CREATE TABLE "buyer_links" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "buyer_links_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "buyer_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "portals" (
	"slug" text PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"is_on" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deadlines" DROP CONSTRAINT "deadlines_kind";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_kind";--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "templates" DROP CONSTRAINT "templates_kind";--> statement-breakpoint
ALTER TABLE "parcels" DROP CONSTRAINT "parcels_source";--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "label_fetched_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "buyer_links" ADD CONSTRAINT "buyer_links_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portals" ADD CONSTRAINT "portals_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "buyer_links_return" ON "buyer_links" USING btree ("seller_id","return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "portals_channel" ON "portals" USING btree ("seller_id","channel_id");--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_kind" CHECK ("kind" in ('answer', 'expire', 'fetch_label', 'send_back'));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_kind" CHECK ("kind" in ('buyer.requested', 'buyer.authorized', 'buyer.closed', 'buyer.message', 'buyer.link', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset', 'member.reset_used', 'member.new_device'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("kind" in ('buyer.requested', 'buyer.authorized', 'buyer.closed', 'buyer.message', 'buyer.link', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset', 'member.reset_used', 'member.new_device'));--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_kind" CHECK ("kind" in ('buyer.requested', 'buyer.authorized', 'buyer.closed', 'buyer.message', 'buyer.link', 'team.requested', 'team.withdrawn', 'team.imported', 'team.job_done', 'team.overdue', 'team.digest', 'member.invited', 'member.reset', 'member.reset_used', 'member.new_device'));--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_source" CHECK ("source" in ('report', 'label', 'person', 'buyer'));--> statement-breakpoint
CREATE POLICY "buyer_links_of_seller" ON "buyer_links" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);