ALTER TABLE "deadlines" DROP CONSTRAINT "deadlines_kind";--> statement-breakpoint
ALTER TABLE "work_items" DROP CONSTRAINT "work_items_kind";--> statement-breakpoint
CREATE INDEX "deadlines_refund" ON "deadlines" USING btree ("seller_id","due_at") WHERE kind = 'refund' and state = 'open';--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_kind" CHECK ("kind" in ('answer', 'expire', 'fetch_label', 'send_back', 'refund', 'complete'));--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_kind" CHECK ("kind" in ('bulk', 'import', 'outbox', 'mail', 'deadline', 'arrival', 'robot', 'watch', 'rejudge', 'preview', 'labels'));--> statement-breakpoint
-- How long a seller has for a refund, and how long one in part stays open, as every channel begins with.
UPDATE "operations" o SET operation = jsonb_set(o.operation, '{clocks}',
  '{"refundDays":2,"refundConsequence":"nothing","completeDays":30}'::jsonb || (o.operation->'clocks'))
  WHERE o.operation ? 'clocks';
