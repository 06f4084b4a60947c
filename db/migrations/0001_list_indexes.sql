ALTER TABLE "return_events" DROP CONSTRAINT "return_events_actor";--> statement-breakpoint
CREATE INDEX "deadlines_missed" ON "deadlines" USING btree ("seller_id","return_id") WHERE state = 'missed_before_import';--> statement-breakpoint
CREATE INDEX "returns_exempt_due" ON "returns" USING btree ("seller_id","tab","due_sort","id") WHERE is_exempt;--> statement-breakpoint
CREATE INDEX "returns_channel_requested" ON "returns" USING btree ("seller_id","channel_id","requested_on","id");--> statement-breakpoint
ALTER TABLE "return_events" ADD CONSTRAINT "return_events_actor" CHECK ("actor_kind" in ('seller', 'system', 'buyer', 'support'));