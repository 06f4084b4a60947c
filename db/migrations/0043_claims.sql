CREATE TABLE "claims" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"status" text NOT NULL,
	"status_changed_at" timestamp (3) with time zone NOT NULL,
	"cause" text,
	"bar" text,
	"amount_minor" bigint,
	"claimed_minor" bigint,
	"granted_minor" bigint,
	"currency" text NOT NULL,
	"claim_number" text,
	"reported_word" text,
	"note" text,
	"refunded_on" date,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claims_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "claims_amounts" CHECK (amount_minor > 0 and claimed_minor > 0 and granted_minor > 0),
	CONSTRAINT "claims_status" CHECK ("status" in ('watched', 'to_file', 'filed', 'info_requested', 'granted', 'denied', 'appealed', 'missed', 'over', 'dropped')),
	CONSTRAINT "claims_cause" CHECK ("cause" in ('never_came', 'missing', 'not_ours', 'damaged')),
	CONSTRAINT "claims_bar" CHECK ("bar" in ('a_to_z', 'lost'))
);
--> statement-breakpoint
ALTER TABLE "claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ledger" DROP CONSTRAINT "ledger_debit";--> statement-breakpoint
ALTER TABLE "ledger" DROP CONSTRAINT "ledger_credit";--> statement-breakpoint
ALTER TABLE "ledger" DROP CONSTRAINT "ledger_cause";--> statement-breakpoint
ALTER TABLE "work_items" DROP CONSTRAINT "work_items_kind";--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "claims_return" ON "claims" USING btree ("seller_id","return_id");--> statement-breakpoint
CREATE INDEX "claims_due" ON "claims" USING btree ("seller_id","status","due_at","id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_seller_id_let_go_by_id_memberships_seller_id_user_id_fk" FOREIGN KEY ("seller_id","let_go_by_id") REFERENCES "public"."memberships"("seller_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_debit" CHECK ("debit" in ('cash', 'sales', 'promised', 'claims'));--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_credit" CHECK ("credit" in ('cash', 'sales', 'promised', 'claims'));--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_cause" CHECK ("cause" in ('paid', 'corrected', 'promised', 'released', 'refunded', 'returned', 'reimbursed', 'unreimbursed'));--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_kind" CHECK ("kind" in ('bulk', 'import', 'outbox', 'mail', 'deadline', 'arrival', 'claim', 'robot', 'watch', 'rejudge', 'preview', 'labels'));--> statement-breakpoint
CREATE POLICY "claims_of_seller" ON "claims" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
-- What marketplaces with claims have refunded until now is looked at once.
INSERT INTO "work_items" (seller_id, kind, id, due_at)
  SELECT DISTINCT r.seller_id, 'claim', r.id, now() FROM "return_lines" l
  JOIN "returns" r ON r.seller_id = l.seller_id AND r.id = l.return_id
  JOIN "channels" c ON c.seller_id = r.seller_id AND c.id = r.channel_id
  WHERE c.marketplace = 'amazon' AND l.reported_refunded_minor > 0
  ON CONFLICT DO NOTHING;
