CREATE TABLE "return_tags" (
	"seller_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "return_tags_seller_id_return_id_tag_id_pk" PRIMARY KEY("seller_id","return_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "return_tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "snoozes" (
	"seller_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"by_name" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "snoozes_seller_id_return_id_pk" PRIMARY KEY("seller_id","return_id")
);
--> statement-breakpoint
ALTER TABLE "snoozes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tags" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"key" text collate "C" NOT NULL,
	CONSTRAINT "tags_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "tags" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "return_tags" ADD CONSTRAINT "return_tags_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_tags" ADD CONSTRAINT "return_tags_seller_id_tag_id_tags_seller_id_id_fk" FOREIGN KEY ("seller_id","tag_id") REFERENCES "public"."tags"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "return_tags_tag" ON "return_tags" USING btree ("seller_id","tag_id","return_id");--> statement-breakpoint
CREATE INDEX "snoozes_until" ON "snoozes" USING btree ("seller_id","until");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_key" ON "tags" USING btree ("seller_id","key");--> statement-breakpoint
CREATE POLICY "return_tags_of_seller" ON "return_tags" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "snoozes_of_seller" ON "snoozes" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tags_of_seller" ON "tags" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);