CREATE TABLE "received_units" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"line_id" uuid,
	"title" text,
	"parcel_id" uuid,
	"condition" text NOT NULL,
	"disposition" text NOT NULL,
	"note" text,
	"from_status" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "received_units_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "received_units_condition" CHECK ("condition" in ('new', 'opened', 'used', 'damaged', 'defective', 'not_ours', 'incomplete')),
	CONSTRAINT "received_units_disposition_known" CHECK ("disposition" in ('restock', 'refurbish', 'return_to_vendor', 'donate', 'dispose', 'hold')),
	CONSTRAINT "received_units_from" CHECK ("from_status" in ('authorization_required', 'awaiting_return', 'received', 'completed', 'closed', 'withdrawn', 'lapsed', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "received_units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unidentified_parcels" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scanned" text NOT NULL,
	"scanned_key" text collate "C" NOT NULL,
	"note" text,
	"parked_at" timestamp (3) with time zone NOT NULL,
	"parked_by" text,
	"return_id" uuid,
	"matched_at" timestamp (3) with time zone,
	"matched_by" text,
	CONSTRAINT "unidentified_parcels_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "unidentified_parcels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unidentified_photos" (
	"seller_id" uuid NOT NULL,
	"parcel_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "unidentified_photos_seller_id_parcel_id_file_id_pk" PRIMARY KEY("seller_id","parcel_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "unidentified_photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_photos" (
	"seller_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "unit_photos_seller_id_unit_id_file_id_pk" PRIMARY KEY("seller_id","unit_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "unit_photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "parcels" DROP CONSTRAINT "parcels_status_known";--> statement-breakpoint
ALTER TABLE "received_units" ADD CONSTRAINT "received_units_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "received_units" ADD CONSTRAINT "received_units_seller_id_line_id_return_lines_seller_id_id_fk" FOREIGN KEY ("seller_id","line_id") REFERENCES "public"."return_lines"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "received_units" ADD CONSTRAINT "received_units_seller_id_parcel_id_parcels_seller_id_id_fk" FOREIGN KEY ("seller_id","parcel_id") REFERENCES "public"."parcels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unidentified_parcels" ADD CONSTRAINT "unidentified_parcels_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unidentified_photos" ADD CONSTRAINT "unidentified_photos_seller_id_parcel_id_unidentified_parcels_seller_id_id_fk" FOREIGN KEY ("seller_id","parcel_id") REFERENCES "public"."unidentified_parcels"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unidentified_photos" ADD CONSTRAINT "unidentified_photos_seller_id_file_id_files_seller_id_id_fk" FOREIGN KEY ("seller_id","file_id") REFERENCES "public"."files"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_photos" ADD CONSTRAINT "unit_photos_seller_id_unit_id_received_units_seller_id_id_fk" FOREIGN KEY ("seller_id","unit_id") REFERENCES "public"."received_units"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_photos" ADD CONSTRAINT "unit_photos_seller_id_file_id_files_seller_id_id_fk" FOREIGN KEY ("seller_id","file_id") REFERENCES "public"."files"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "received_units_return" ON "received_units" USING btree ("seller_id","return_id");--> statement-breakpoint
CREATE INDEX "received_units_at" ON "received_units" USING btree ("seller_id","received_at","id");--> statement-breakpoint
CREATE INDEX "received_units_disposition" ON "received_units" USING btree ("seller_id","disposition","received_at","id") WHERE taken_back_at is null;--> statement-breakpoint
CREATE INDEX "unidentified_parcels_open" ON "unidentified_parcels" USING btree ("seller_id","parked_at","id") WHERE matched_at is null;--> statement-breakpoint
CREATE INDEX "unidentified_parcels_at" ON "unidentified_parcels" USING btree ("seller_id","parked_at","id");--> statement-breakpoint
ALTER TABLE "return_lines" DROP COLUMN "received_quantity";--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_status_known" CHECK ("status" in ('announced', 'on_its_way', 'delivered', 'checked_in', 'lost'));--> statement-breakpoint
CREATE POLICY "received_units_of_seller" ON "received_units" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unidentified_parcels_of_seller" ON "unidentified_parcels" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unidentified_photos_of_seller" ON "unidentified_photos" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_photos_of_seller" ON "unit_photos" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);