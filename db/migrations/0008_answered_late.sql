ALTER TABLE "deadlines" DROP CONSTRAINT "deadlines_state";--> statement-breakpoint
CREATE INDEX "deadlines_late" ON "deadlines" USING btree ("seller_id","return_id") WHERE state = 'late';--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_state" CHECK ("state" in ('open', 'met', 'late', 'fired', 'cancelled', 'missed_before_import'));--> statement-breakpoint
ALTER TABLE "deadlines" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- What was answered after its time was called met until now.
UPDATE "deadlines" SET state = 'late' WHERE state = 'met' AND closed_at >= due_at;
