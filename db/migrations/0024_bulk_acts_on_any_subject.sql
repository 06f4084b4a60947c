ALTER TABLE "jobs" DROP CONSTRAINT "jobs_kind";--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "subject_kind" text NOT NULL DEFAULT 'return';--> statement-breakpoint
ALTER TABLE "jobs" ALTER COLUMN "subject_kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_kind" CHECK ("subject_kind" = 'return' and "kind" in ('authorize', 'close'));--> statement-breakpoint
ALTER TABLE "job_items" DROP CONSTRAINT "job_items_seller_id_return_id_returns_seller_id_id_fk";--> statement-breakpoint
ALTER TABLE "job_items" RENAME COLUMN "return_id" TO "subject_id";--> statement-breakpoint
ALTER INDEX "job_items_return" RENAME TO "job_items_subject";
