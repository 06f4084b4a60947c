CREATE TABLE "channels" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"marketplace" text NOT NULL,
	"mode" text NOT NULL,
	"programme" text NOT NULL,
	"plan" text NOT NULL,
	"has_prepaid" boolean NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"data_as_of" timestamp (3) with time zone,
	"default_address_id" uuid,
	CONSTRAINT "channels_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "channels_mode" CHECK ("mode" in ('managed', 'mirrored')),
	CONSTRAINT "channels_programme" CHECK ("programme" in ('seller_fulfilled', 'free_return')),
	CONSTRAINT "channels_plan" CHECK ("plan" in ('individual', 'professional')),
	CONSTRAINT "channels_marketplace" CHECK ("marketplace" in ('amazon', 'aliexpress', 'own'))
);
--> statement-breakpoint
ALTER TABLE "channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policies" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"effective_from" date NOT NULL,
	"terms" jsonb NOT NULL,
	"operation" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policies_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_addresses" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text,
	"city" text NOT NULL,
	"region" text,
	"postal_code" text NOT NULL,
	"country" text NOT NULL,
	"phone" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "return_addresses_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "return_addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deadlines" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"is_approximate" boolean NOT NULL,
	"party" text NOT NULL,
	"consequence" text NOT NULL,
	"state" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "deadlines_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "deadlines_kind" CHECK ("kind" in ('answer', 'expire', 'send_back')),
	CONSTRAINT "deadlines_state" CHECK ("state" in ('open', 'met', 'fired', 'cancelled', 'missed_before_import'))
);
--> statement-breakpoint
ALTER TABLE "deadlines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handovers" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"move" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by" text,
	CONSTRAINT "handovers_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "handovers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"available_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "outbox_state" CHECK ("state" in ('waiting', 'sent', 'cancelled', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refunds" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"amount_minor" bigint,
	"currency" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refunds_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "refunds_state" CHECK ("state" in ('intended', 'pending', 'succeeded', 'failed', 'unknown', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_events" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_status" text,
	"to_status" text,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"job_id" uuid,
	"import_id" uuid,
	CONSTRAINT "return_events_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "return_events_actor" CHECK ("actor_kind" in ('seller', 'system', 'buyer', 'support'))
);
--> statement-breakpoint
ALTER TABLE "return_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_changes" (
	"seller_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb,
	"version_after" integer NOT NULL,
	CONSTRAINT "import_changes_seller_id_import_id_return_id_pk" PRIMARY KEY("seller_id","import_id","return_id"),
	CONSTRAINT "import_changes_kind" CHECK ("kind" in ('new', 'changed'))
);
--> statement-breakpoint
ALTER TABLE "import_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_refusals" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"column" text,
	"code" text NOT NULL,
	"value" text,
	"raw" text NOT NULL,
	CONSTRAINT "import_refusals_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "import_refusals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"state" text NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"bytes_total" bigint DEFAULT 0 NOT NULL,
	"bytes_done" bigint DEFAULT 0 NOT NULL,
	"new_count" integer DEFAULT 0 NOT NULL,
	"changed_count" integer DEFAULT 0 NOT NULL,
	"unchanged_count" integer DEFAULT 0 NOT NULL,
	"refused_count" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_by_name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "imports_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "imports_state" CHECK ("state" in ('uploading', 'checking', 'checked', 'running', 'done', 'failed', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_items" (
	"seller_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"return_id" uuid NOT NULL,
	"outcome" text,
	"refusal" jsonb,
	CONSTRAINT "job_items_seller_id_job_id_position_pk" PRIMARY KEY("seller_id","job_id","position"),
	CONSTRAINT "job_items_outcome" CHECK ("outcome" in ('moved', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "job_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "jobs" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"input" jsonb NOT NULL,
	"total" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "jobs_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "jobs_state" CHECK ("state" in ('queued', 'running', 'done')),
	CONSTRAINT "jobs_kind" CHECK ("kind" in ('authorize', 'close'))
);
--> statement-breakpoint
ALTER TABLE "jobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "work_items" (
	"seller_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_token" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "work_items_seller_id_kind_id_pk" PRIMARY KEY("seller_id","kind","id"),
	CONSTRAINT "work_items_kind" CHECK ("kind" in ('bulk', 'import'))
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"item_id" text,
	"sku" text,
	"asin" text,
	"title" text,
	"category" text,
	"quantity" integer,
	"amount_minor" bigint,
	CONSTRAINT "order_lines_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "order_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"number" text NOT NULL,
	"ordered_on" date NOT NULL,
	"promised_on" date,
	"delivered_on" date,
	"currency" text NOT NULL,
	"is_currency_assumed" boolean DEFAULT false NOT NULL,
	"buyer_name" text,
	"buyer_email" text,
	"buyer_locale" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"seller_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_seller_id_user_id_pk" PRIMARY KEY("seller_id","user_id"),
	CONSTRAINT "memberships_role" CHECK ("role" in ('owner', 'manager', 'agent', 'warehouse', 'viewer'))
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sellers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"last_return_number" integer DEFAULT 10000 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sellers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"seller_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"is_support" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_keys" (
	"seller_id" uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"return_id" uuid NOT NULL,
	CONSTRAINT "return_keys_seller_id_key_kind_return_id_pk" PRIMARY KEY("seller_id","key","kind","return_id"),
	CONSTRAINT "return_keys_kind" CHECK ("kind" in ('number', 'rma', 'channel_rma', 'order', 'tracking', 'sku', 'asin', 'buyer'))
);
--> statement-breakpoint
ALTER TABLE "return_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "return_lines" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"return_id" uuid NOT NULL,
	"order_line_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"reason" text NOT NULL,
	"reason_key" text NOT NULL,
	"quantity" integer NOT NULL,
	"received_quantity" integer DEFAULT 0 NOT NULL,
	"refunded_quantity" integer DEFAULT 0 NOT NULL,
	"reported_refunded_minor" bigint,
	CONSTRAINT "return_lines_seller_id_id_pk" PRIMARY KEY("seller_id","id")
);
--> statement-breakpoint
ALTER TABLE "return_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "returns" (
	"seller_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"rma" text,
	"channel_rma" text,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"tab" text GENERATED ALWAYS AS (case "status" when 'authorization_required' then 'authorization_required' when 'awaiting_return' then 'awaiting_return' when 'received' then 'received' when 'completed' then 'closed' when 'closed' then 'closed' when 'withdrawn' then 'closed' when 'lapsed' then 'closed' end) STORED NOT NULL,
	"status_changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"requested_on" date NOT NULL,
	"requested_at" timestamp (3) with time zone,
	"evaluation" jsonb NOT NULL,
	"verdict" text GENERATED ALWAYS AS (evaluation->>'verdict') STORED NOT NULL,
	"is_exempt" boolean GENERATED ALWAYS AS ((evaluation->>'isExempt')::boolean) STORED NOT NULL,
	"is_prepaid_eligible" boolean GENERATED ALWAYS AS ((evaluation->>'isPrepaidEligible')::boolean) STORED NOT NULL,
	"order_policy_id" uuid NOT NULL,
	"request_policy_id" uuid NOT NULL,
	"decision_policy_id" uuid,
	"currency" text NOT NULL,
	"value_minor" bigint,
	"buyer_comment" text,
	"reported_status" text,
	"reported" jsonb,
	"is_disputed" boolean DEFAULT false NOT NULL,
	"next_due_at" timestamp (3) with time zone,
	"due_sort" timestamp(3) with time zone GENERATED ALWAYS AS (coalesce(next_due_at, 'infinity'::timestamptz)) STORED NOT NULL,
	"address" jsonb,
	"label_kind" text,
	"label_file_id" uuid,
	"instructions" text,
	"close_reason" text,
	"close_comment" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "returns_seller_id_id_pk" PRIMARY KEY("seller_id","id"),
	CONSTRAINT "returns_status" CHECK ("status" in ('authorization_required', 'awaiting_return', 'received', 'completed', 'closed', 'withdrawn', 'lapsed')),
	CONSTRAINT "returns_label_kind" CHECK ("label_kind" in ('unpaid', 'prepaid', 'own'))
);
--> statement-breakpoint
ALTER TABLE "returns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_seller_id_default_address_id_return_addresses_seller_id_id_fk" FOREIGN KEY ("seller_id","default_address_id") REFERENCES "public"."return_addresses"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_addresses" ADD CONSTRAINT "return_addresses_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_events" ADD CONSTRAINT "return_events_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_seller_id_import_id_imports_seller_id_id_fk" FOREIGN KEY ("seller_id","import_id") REFERENCES "public"."imports"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_refusals" ADD CONSTRAINT "import_refusals_seller_id_import_id_imports_seller_id_id_fk" FOREIGN KEY ("seller_id","import_id") REFERENCES "public"."imports"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_seller_id_job_id_jobs_seller_id_id_fk" FOREIGN KEY ("seller_id","job_id") REFERENCES "public"."jobs"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_seller_id_sellers_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."sellers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_keys" ADD CONSTRAINT "return_keys_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_seller_id_return_id_returns_seller_id_id_fk" FOREIGN KEY ("seller_id","return_id") REFERENCES "public"."returns"("seller_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_seller_id_order_line_id_order_lines_seller_id_id_fk" FOREIGN KEY ("seller_id","order_line_id") REFERENCES "public"."order_lines"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_seller_id_channel_id_channels_seller_id_id_fk" FOREIGN KEY ("seller_id","channel_id") REFERENCES "public"."channels"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_seller_id_order_id_orders_seller_id_id_fk" FOREIGN KEY ("seller_id","order_id") REFERENCES "public"."orders"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_seller_id_order_policy_id_policies_seller_id_id_fk" FOREIGN KEY ("seller_id","order_policy_id") REFERENCES "public"."policies"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_seller_id_request_policy_id_policies_seller_id_id_fk" FOREIGN KEY ("seller_id","request_policy_id") REFERENCES "public"."policies"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_seller_id_decision_policy_id_policies_seller_id_id_fk" FOREIGN KEY ("seller_id","decision_policy_id") REFERENCES "public"."policies"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_seller_id_label_file_id_files_seller_id_id_fk" FOREIGN KEY ("seller_id","label_file_id") REFERENCES "public"."files"("seller_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "channels_code" ON "channels" USING btree ("seller_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "policies_version" ON "policies" USING btree ("seller_id","channel_id","version");--> statement-breakpoint
CREATE INDEX "deadlines_missed" ON "deadlines" USING btree ("seller_id","return_id") WHERE state = 'missed_before_import';--> statement-breakpoint
CREATE INDEX "deadlines_return" ON "deadlines" USING btree ("seller_id","return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "deadlines_open" ON "deadlines" USING btree ("seller_id","return_id","kind") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "handovers_open" ON "handovers" USING btree ("seller_id","return_id") WHERE done_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe" ON "outbox" USING btree ("seller_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "outbox_return" ON "outbox" USING btree ("seller_id","return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_key" ON "refunds" USING btree ("seller_id","key");--> statement-breakpoint
CREATE INDEX "refunds_return" ON "refunds" USING btree ("seller_id","return_id");--> statement-breakpoint
CREATE INDEX "return_events_return" ON "return_events" USING btree ("seller_id","return_id","id");--> statement-breakpoint
CREATE INDEX "import_refusals_import" ON "import_refusals" USING btree ("seller_id","import_id","id");--> statement-breakpoint
CREATE INDEX "imports_created" ON "imports" USING btree ("seller_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_items_return" ON "job_items" USING btree ("seller_id","job_id","return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("seller_id","key");--> statement-breakpoint
CREATE INDEX "jobs_created" ON "jobs" USING btree ("seller_id","created_at","id");--> statement-breakpoint
CREATE INDEX "work_items_due" ON "work_items" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "order_lines_item" ON "order_lines" USING btree ("seller_id","order_id","item_id") WHERE item_id is not null;--> statement-breakpoint
CREATE INDEX "order_lines_order" ON "order_lines" USING btree ("seller_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree ("seller_id","channel_id","number");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sellers_name" ON "sellers" USING btree ("name");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_key" ON "sign_in_attempts" USING btree ("key","at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "return_keys_return" ON "return_keys" USING btree ("seller_id","return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "return_lines_position" ON "return_lines" USING btree ("seller_id","return_id","position");--> statement-breakpoint
CREATE INDEX "return_lines_reason" ON "return_lines" USING btree ("seller_id","reason_key","return_id");--> statement-breakpoint
CREATE INDEX "return_lines_order_line" ON "return_lines" USING btree ("seller_id","order_line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "returns_number" ON "returns" USING btree ("seller_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "returns_rma" ON "returns" USING btree ("seller_id","rma");--> statement-breakpoint
CREATE UNIQUE INDEX "returns_channel_rma" ON "returns" USING btree ("seller_id","channel_id","order_id","channel_rma");--> statement-breakpoint
CREATE INDEX "returns_tab_due" ON "returns" USING btree ("seller_id","tab","due_sort","id");--> statement-breakpoint
CREATE INDEX "returns_tab_verdict_due" ON "returns" USING btree ("seller_id","tab","verdict","due_sort","id");--> statement-breakpoint
CREATE INDEX "returns_tab_channel_due" ON "returns" USING btree ("seller_id","tab","channel_id","due_sort","id");--> statement-breakpoint
CREATE INDEX "returns_tab_requested" ON "returns" USING btree ("seller_id","tab","requested_on","id");--> statement-breakpoint
CREATE INDEX "returns_due" ON "returns" USING btree ("seller_id","due_sort","id");--> statement-breakpoint
CREATE INDEX "returns_requested" ON "returns" USING btree ("seller_id","requested_on","id");--> statement-breakpoint
CREATE INDEX "returns_disputed_due" ON "returns" USING btree ("seller_id","due_sort","id") WHERE is_disputed;--> statement-breakpoint
CREATE INDEX "returns_exempt_due" ON "returns" USING btree ("seller_id","tab","due_sort","id") WHERE is_exempt;--> statement-breakpoint
CREATE INDEX "returns_channel_requested" ON "returns" USING btree ("seller_id","channel_id","requested_on","id");--> statement-breakpoint
CREATE INDEX "returns_order" ON "returns" USING btree ("seller_id","order_id");--> statement-breakpoint
CREATE POLICY "channels_of_seller" ON "channels" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "policies_of_seller" ON "policies" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "return_addresses_of_seller" ON "return_addresses" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "files_of_seller" ON "files" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "deadlines_of_seller" ON "deadlines" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "handovers_of_seller" ON "handovers" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "outbox_of_seller" ON "outbox" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "refunds_of_seller" ON "refunds" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "return_events_of_seller" ON "return_events" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "import_changes_of_seller" ON "import_changes" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "import_refusals_of_seller" ON "import_refusals" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "imports_of_seller" ON "imports" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "job_items_of_seller" ON "job_items" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "jobs_of_seller" ON "jobs" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "order_lines_of_seller" ON "order_lines" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "orders_of_seller" ON "orders" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "memberships_of_seller" ON "memberships" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "memberships_own" ON "memberships" AS PERMISSIVE FOR SELECT TO "homeward_app" USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sellers_seen" ON "sellers" AS PERMISSIVE FOR ALL TO "homeward_app" USING (id = nullif(current_setting('app.seller_id', true), '')::uuid
        or exists (select from memberships m where m.seller_id = sellers.id and m.user_id = nullif(current_setting('app.user_id', true), '')::uuid)
        or exists (select from users u where u.id = nullif(current_setting('app.user_id', true), '')::uuid and u.is_support)) WITH CHECK (id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "return_keys_of_seller" ON "return_keys" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "return_lines_of_seller" ON "return_lines" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "returns_of_seller" ON "returns" AS PERMISSIVE FOR ALL TO "homeward_app" USING (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid) WITH CHECK (seller_id = nullif(current_setting('app.seller_id', true), '')::uuid);