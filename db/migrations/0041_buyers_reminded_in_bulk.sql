ALTER TABLE "bulk_acts" DROP CONSTRAINT "bulk_acts_kind";--> statement-breakpoint
ALTER TABLE "bulk_acts" ADD CONSTRAINT "bulk_acts_kind" CHECK ("subject_kind" = 'return' and "kind" in ('authorize', 'close', 'remind', 'extend'));--> statement-breakpoint
-- A reminder is a move now. Those from before it stay in the history; without statuses they are none to take back.
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "events" SET kind = 'remind' WHERE kind = 'reminded';--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;
