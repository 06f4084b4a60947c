ALTER TABLE "payments" DROP CONSTRAINT "payments_tender";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "tenders" jsonb DEFAULT '[]'::jsonb NOT NULL;