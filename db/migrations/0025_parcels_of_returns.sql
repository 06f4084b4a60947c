CREATE TABLE "parcel_returns" (
	"seller_id" uuid NOT NULL,
	"parcel_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	CONSTRAINT "parcel_returns_seller_id_return_id_parcel_id_pk" PRIMARY KEY("seller_id","return_id","parcel_id")
);
--> statement-breakpoint
ALTER TABLE "parcel_returns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parcel_scans" (
	"seller_id" uuid NOT NULL,
	"parcel_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"word" text NOT NULL,
	"code" text,
	"place" text,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "parcel_scans_seller_id_parcel_id_at_word_pk" PRIMARY KEY("seller_id","parcel_id","at","word")
);
--> statement-breakpoint
ALTER TABLE "parcel_scans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parcels" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"carrier" text,
	"tracking" text NOT NULL,
	"tracking_key" text NOT NULL,
	"status" text NOT NULL,
	"status_changed_at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"announced_at" timestamp (3) with time zone NOT NULL,
	"scanned_at" timestamp (3) with time zone,
	"scan_code" text,
	"scan_word" text,
	"scan_place" text,
	CONSTRAINT "parcels_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "parcels_status_known" CHECK ("status" in ('announced', 'on_its_way', 'delivered', 'lost')),
	CONSTRAINT "parcels_source" CHECK ("source" in ('report', 'label', 'person'))
);
--> statement-breakpoint
ALTER TABLE "parcels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "parcel_returns" ADD CONSTRAINT "parcel_returns_seller_id_parcel_id_parcels_seller_id_id_fk" FOREIGN KEY ("seller_id","parcel_id") REFERENCES "public"."parcels"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_returns" ADD CONSTRAINT "parcel_returns_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_scans" ADD CONSTRAINT "parcel_scans_seller_id_parcel_id_parcels_seller_id_id_fk" FOREIGN KEY ("seller_id","parcel_id") REFERENCES "public"."parcels"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "parcel_returns_parcel" ON "parcel_returns" USING btree ("seller_id","parcel_id");--> statement-breakpoint
CREATE INDEX "parcels_status" ON "parcels" USING btree ("seller_id","status","status_changed_at","id");--> statement-breakpoint
CREATE POLICY "parcel_returns_of_seller" ON "parcel_returns" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "parcel_scans_of_seller" ON "parcel_scans" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "parcels_of_seller" ON "parcels" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "returns" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_keys" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- The numbers that reports and labels of before named, each as the parcel that it is: its id is made of the number.
CREATE TEMPORARY TABLE "named" ON COMMIT DROP AS
  SELECT k.seller_id, k.return_id, k.key, overlay(overlay(encode(substr(sha256(convert_to('parcel:' || k.key, 'UTF8')), 1, 16), 'hex')
      placing '8' from 13 for 1) placing 'a' from 17 for 1)::uuid AS parcel_id,
    coalesce(r.label_carrier, r.reported->>'carrier') AS carrier, r.label_tracking IS NOT NULL AS is_label,
    r.created_at, (r.reported->>'deliveredBackOn')::date AS delivered_on
  FROM "return_keys" k JOIN "returns" r ON r.seller_id = k.seller_id AND r.id = k.return_id WHERE k.kind = 'tracking';--> statement-breakpoint
INSERT INTO "parcels" (seller_id, id, carrier, tracking, tracking_key, status, status_changed_at, source, announced_at,
    scanned_at, scan_code, scan_word)
  SELECT DISTINCT ON (seller_id, parcel_id) seller_id, parcel_id, carrier, key, key,
    CASE WHEN delivered_on IS NULL THEN 'announced' ELSE 'delivered' END, created_at,
    CASE WHEN is_label THEN 'label' ELSE 'report' END, created_at,
    delivered_on + interval '12 hours', CASE WHEN delivered_on IS NOT NULL THEN 'delivered' END,
    CASE WHEN delivered_on IS NOT NULL THEN 'Delivered' END
  FROM "named" ORDER BY seller_id, parcel_id, delivered_on NULLS LAST, created_at;--> statement-breakpoint
INSERT INTO "parcel_scans" (seller_id, parcel_id, at, word, code, told_at)
  SELECT seller_id, id, scanned_at, scan_word, scan_code, announced_at FROM "parcels" WHERE scanned_at IS NOT NULL;--> statement-breakpoint
INSERT INTO "parcel_returns" (seller_id, parcel_id, return_id) SELECT seller_id, parcel_id, return_id FROM "named"
  ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "returns" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_keys" FORCE ROW LEVEL SECURITY;
