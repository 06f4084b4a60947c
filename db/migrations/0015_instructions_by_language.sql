ALTER TABLE "operations" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sellers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Instructions stand by language now; what was written until now is in the seller's own.
UPDATE "operations" o SET operation = jsonb_set(o.operation, '{instructions}',
    CASE WHEN coalesce(o.operation->>'instructions', '') = '' THEN '{}'::jsonb
      ELSE jsonb_build_object(coalesce(nullif(s.locale, ''), 'en'), o.operation->>'instructions') END)
  FROM "sellers" s WHERE s.id = o.seller_id AND jsonb_typeof(o.operation->'instructions') = 'string';
