ALTER TABLE "events" DROP CONSTRAINT "events_actor";--> statement-breakpoint
DROP INDEX "events_actor";--> statement-breakpoint
DROP INDEX "seller_events_actor";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "actor_part" text;--> statement-breakpoint
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Which part of the product it was follows from what it did.
UPDATE "events" SET
    actor_kind = CASE actor_kind WHEN 'seller' THEN 'person' ELSE 'product' END,
    actor_part = CASE WHEN actor_kind = 'system' THEN CASE
      WHEN kind IN ('expire', 'lapse', 'consequence_refused') OR data->>'because' = 'answer_due' THEN 'clock'
      WHEN kind = 'authorize' THEN 'rules'
      WHEN kind IN ('requested', 'report_changed', 'adopt', 'undo', 'handed_over') THEN 'import'
      WHEN kind = 'judged_again' THEN 'judging'
      WHEN kind = 'not_delivered' THEN 'delivery'
      WHEN kind = 'assigned' THEN 'accounts'
    END END
  WHERE actor_kind IN ('seller', 'system');--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seller_events" ADD COLUMN "actor_kind" text;--> statement-breakpoint
ALTER TABLE "seller_events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "seller_events" SET actor_kind = CASE
  WHEN actor_id IS NULL THEN 'product'
  WHEN kind IN ('support_entered', 'support_left') THEN 'support'
  ELSE 'person' END;--> statement-breakpoint
ALTER TABLE "seller_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seller_events" ALTER COLUMN "actor_kind" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "events_actor" ON "events" USING btree ("seller_id","actor_kind","actor_id","at","id");--> statement-breakpoint
CREATE INDEX "seller_events_actor" ON "seller_events" USING btree ("seller_id","actor_kind","actor_id","at","id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor" CHECK ("actor_kind" in ('person', 'buyer', 'product', 'support', 'key'));--> statement-breakpoint
ALTER TABLE "seller_events" ADD CONSTRAINT "seller_events_actor" CHECK ("actor_kind" in ('person', 'buyer', 'product', 'support', 'key'));
