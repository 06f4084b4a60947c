CREATE TABLE "ledger" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"refund_id" uuid,
	"debit" text NOT NULL,
	"credit" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"cause" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "ledger_amount" CHECK (amount_minor > 0 and debit <> credit),
	CONSTRAINT "ledger_debit" CHECK ("debit" in ('cash', 'sales', 'promised')),
	CONSTRAINT "ledger_credit" CHECK ("credit" in ('cash', 'sales', 'promised')),
	CONSTRAINT "ledger_cause" CHECK ("cause" in ('paid', 'corrected', 'promised', 'released', 'refunded', 'returned'))
);
--> statement-breakpoint
ALTER TABLE "ledger" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"tender" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"source" text NOT NULL,
	"typed_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "payments_refunded" CHECK (refunded_minor between 0 and amount_minor),
	CONSTRAINT "payments_typed" CHECK ((source = 'person') = (typed_by is not null)),
	CONSTRAINT "payments_tender" CHECK ("tender" in ('channel')),
	CONSTRAINT "payments_source" CHECK ("source" in ('file', 'person'))
);
--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refund_lines" (
	"seller_id" uuid NOT NULL,
	"refund_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"order_line_id" uuid NOT NULL,
	"return_line_id" uuid,
	"condition" text,
	"quantity" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "refund_lines_seller_id_refund_id_position_pk" PRIMARY KEY("seller_id","refund_id","position"),
	CONSTRAINT "refund_lines_units" CHECK (quantity > 0 and amount_minor >= 0),
	CONSTRAINT "refund_lines_condition" CHECK ("condition" in ('new', 'opened', 'used', 'damaged', 'defective', 'not_ours', 'incomplete'))
);
--> statement-breakpoint
ALTER TABLE "refund_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refund_parts" (
	"seller_id" uuid NOT NULL,
	"refund_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "refund_parts_seller_id_refund_id_payment_id_pk" PRIMARY KEY("seller_id","refund_id","payment_id"),
	CONSTRAINT "refund_parts_amount" CHECK (amount_minor > 0)
);
--> statement-breakpoint
ALTER TABLE "refund_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "refunds" DROP CONSTRAINT "refunds_state";--> statement-breakpoint
ALTER TABLE "refunds" ALTER COLUMN "return_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "order_id" uuid;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "gateway" text DEFAULT 'record' NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "quote" jsonb;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "asked" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "outside_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "fault_note" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "asked_by_id" uuid;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "asked_by" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "state_changed_at" timestamp (3) with time zone;--> statement-breakpoint
-- What was promised until now belongs to the order of its return; its amount stays open until somebody says it.
ALTER TABLE "refunds" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "returns" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "refunds" f SET order_id = r.order_id, state_changed_at = f.created_at
  FROM "returns" r WHERE r.seller_id = f.seller_id AND r.id = f.return_id;--> statement-breakpoint
ALTER TABLE "refunds" ALTER COLUMN "order_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ALTER COLUMN "state_changed_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_seller_id_refund_id_refunds_seller_id_id_fk" FOREIGN KEY ("seller_id","refund_id") REFERENCES "public"."refunds"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_seller_id_refund_id_refunds_seller_id_id_fk" FOREIGN KEY ("seller_id","refund_id") REFERENCES "public"."refunds"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_seller_id_order_line_id_order_lines_seller_id_id_fk" FOREIGN KEY ("seller_id","order_line_id") REFERENCES "public"."order_lines"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_seller_id_return_line_id_return_lines_seller_id_id_fk" FOREIGN KEY ("seller_id","return_line_id") REFERENCES "public"."return_lines"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_parts" ADD CONSTRAINT "refund_parts_seller_id_refund_id_refunds_seller_id_id_fk" FOREIGN KEY ("seller_id","refund_id") REFERENCES "public"."refunds"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_parts" ADD CONSTRAINT "refund_parts_seller_id_payment_id_payments_seller_id_id_fk" FOREIGN KEY ("seller_id","payment_id") REFERENCES "public"."payments"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_order" ON "ledger" USING btree ("seller_id","order_id","at");--> statement-breakpoint
CREATE INDEX "ledger_refund" ON "ledger" USING btree ("seller_id","refund_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_order" ON "payments" USING btree ("seller_id","order_id","tender","reference");--> statement-breakpoint
CREATE INDEX "refund_lines_order_line" ON "refund_lines" USING btree ("seller_id","order_line_id");--> statement-breakpoint
CREATE INDEX "refund_lines_return_line" ON "refund_lines" USING btree ("seller_id","return_line_id");--> statement-breakpoint
CREATE INDEX "refund_parts_payment" ON "refund_parts" USING btree ("seller_id","payment_id");--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_seller_id_asked_by_id_memberships_seller_id_user_id_fk" FOREIGN KEY ("seller_id","asked_by_id") REFERENCES "public"."memberships"("seller_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refunds_order" ON "refunds" USING btree ("seller_id","order_id");--> statement-breakpoint
CREATE INDEX "refunds_asked" ON "refunds" USING btree ("seller_id","asked_by_id","created_at");--> statement-breakpoint
ALTER TABLE "return_lines" DROP COLUMN "refunded_quantity";--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_amount" CHECK (amount_minor > 0 or amount_minor is null and state in ('intended', 'cancelled'));--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_state_known" CHECK ("state" in ('intended', 'asked', 'pending', 'succeeded', 'failed', 'unknown', 'cancelled', 'declined'));--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_kind" CHECK ("kind" in ('without_return', 'return', 'concession'));--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_gateway" CHECK ("gateway" in ('record'));--> statement-breakpoint
CREATE POLICY "ledger_of_seller" ON "ledger" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "payments_of_seller" ON "payments" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "refund_lines_of_seller" ON "refund_lines" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "refund_parts_of_seller" ON "refund_parts" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
-- What sellers have said that they paid stands in the books like what is paid from now on.
INSERT INTO "ledger" (seller_id, id, order_id, refund_id, debit, credit, amount_minor, currency, cause, at)
  SELECT f.seller_id, gen_random_uuid(), f.order_id, f.id, e.debit, e.credit, f.amount_minor, f.currency, e.cause, f.created_at
  FROM "refunds" f CROSS JOIN (VALUES ('sales', 'promised', 'promised'), ('promised', 'cash', 'refunded')) e (debit, credit, cause)
  WHERE f.state = 'succeeded' AND f.amount_minor > 0;--> statement-breakpoint
ALTER TABLE "returns" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "refunds" FORCE ROW LEVEL SECURITY;
