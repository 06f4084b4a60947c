ALTER TABLE "returns" ADD COLUMN "is_missed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "is_late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
DROP INDEX "deadlines_missed";--> statement-breakpoint
DROP INDEX "deadlines_late";--> statement-breakpoint
DROP INDEX "returns_tab_channel_due";--> statement-breakpoint
DROP INDEX "returns_tab_verdict_due";--> statement-breakpoint
DROP INDEX "returns_exempt_due";--> statement-breakpoint
DROP INDEX "returns_channel_requested";--> statement-breakpoint
DROP INDEX "returns_order";--> statement-breakpoint
DROP INDEX "returns_outbound_due";--> statement-breakpoint
DROP INDEX "returns_unknown_due";--> statement-breakpoint
DROP INDEX "returns_undecided";--> statement-breakpoint
DROP INDEX "returns_channel_rma";--> statement-breakpoint
UPDATE "returns" r SET "is_missed" = m.missed, "is_late" = m.late FROM (
	SELECT "seller_id", "return_id", bool_or("state" = 'missed_before_import') AS missed, bool_or("state" = 'late') AS late
	FROM "deadlines" WHERE "state" IN ('missed_before_import', 'late') GROUP BY 1, 2
) m WHERE r."seller_id" = m."seller_id" AND r."id" = m."return_id";--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "value_sort" text collate "C" GENERATED ALWAYS AS (currency || coalesce(lpad(value_minor::text, 15, '0'), '')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "returns_channel_tab_due" ON "returns" USING btree ("seller_id","channel_id","tab","due_sort","id");--> statement-breakpoint
CREATE INDEX "returns_verdict_tab_due" ON "returns" USING btree ("seller_id","verdict","tab","due_sort","id");--> statement-breakpoint
CREATE INDEX "returns_value" ON "returns" USING btree ("seller_id","value_sort","id");--> statement-breakpoint
CREATE INDEX "returns_rare_due" ON "returns" USING btree ("seller_id","tab","due_sort","id") WHERE is_exempt or is_missed or is_late or status = 'unknown' or outbound in ('not_handed_over', 'on_its_way');--> statement-breakpoint
CREATE UNIQUE INDEX "returns_channel_rma" ON "returns" USING btree ("seller_id","order_id","channel_rma","channel_id");
