DROP INDEX "refunds_asked";--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "let_go_by_id" uuid;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "let_go_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "refund_day_limits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "refunds_let_go" ON "refunds" USING btree ("seller_id","let_go_by_id","let_go_at");