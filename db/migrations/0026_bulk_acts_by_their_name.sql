ALTER TABLE "jobs" RENAME TO "bulk_acts";--> statement-breakpoint
ALTER TABLE "job_items" RENAME TO "bulk_items";--> statement-breakpoint
ALTER TABLE "bulk_items" RENAME COLUMN "job_id" TO "bulk_act_id";--> statement-breakpoint
ALTER TABLE "events" RENAME COLUMN "job_id" TO "bulk_act_id";--> statement-breakpoint
ALTER TABLE "bulk_acts" RENAME CONSTRAINT "jobs_seller_id_id_pk" TO "bulk_acts_seller_id_id_pk";--> statement-breakpoint
ALTER TABLE "bulk_acts" RENAME CONSTRAINT "jobs_state" TO "bulk_acts_state";--> statement-breakpoint
ALTER TABLE "bulk_acts" RENAME CONSTRAINT "jobs_kind" TO "bulk_acts_kind";--> statement-breakpoint
ALTER TABLE "bulk_items" RENAME CONSTRAINT "job_items_seller_id_job_id_position_pk" TO "bulk_items_seller_id_bulk_act_id_position_pk";--> statement-breakpoint
ALTER TABLE "bulk_items" RENAME CONSTRAINT "job_items_seller_id_job_id_jobs_seller_id_id_fk" TO "bulk_items_seller_id_bulk_act_id_bulk_acts_seller_id_id_fk";--> statement-breakpoint
ALTER TABLE "bulk_items" RENAME CONSTRAINT "job_items_outcome" TO "bulk_items_outcome";--> statement-breakpoint
ALTER INDEX "jobs_key" RENAME TO "bulk_acts_key";--> statement-breakpoint
ALTER INDEX "jobs_created" RENAME TO "bulk_acts_created";--> statement-breakpoint
ALTER INDEX "job_items_subject" RENAME TO "bulk_items_subject";--> statement-breakpoint
ALTER POLICY "jobs_of_seller" ON "bulk_acts" RENAME TO "bulk_acts_of_seller";--> statement-breakpoint
ALTER POLICY "job_items_of_seller" ON "bulk_items" RENAME TO "bulk_items_of_seller";--> statement-breakpoint
-- What waits to be told of a bulk act names it by the new word.
ALTER TABLE "outbox" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "outbox" SET data = (data - 'jobId') || jsonb_build_object('bulkActId', data->'jobId') WHERE data ? 'jobId';--> statement-breakpoint
ALTER TABLE "outbox" FORCE ROW LEVEL SECURITY;
