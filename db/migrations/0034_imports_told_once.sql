ALTER TABLE "seller_events" DROP CONSTRAINT "seller_events_kind";--> statement-breakpoint
-- What an import did was told twice: by its machine, and once more to the shop's audit. The machine's event tells it
-- all from here, under the id by which people know it.
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "seller_events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "events" e SET id = told.id, data = told.data
  FROM (
    SELECT DISTINCT ON (s.seller_id, s.subject_id, s.kind) s.seller_id, s.id, s.subject_id,
      CASE s.kind WHEN 'import_done' THEN 'finish' ELSE 'undo' END AS kind,
      s.data || jsonb_build_object('channel', s.subject_name) || CASE WHEN s.kind = 'import_undone' THEN '{}'::jsonb
        ELSE jsonb_build_object('by', CASE WHEN s.actor_id IS NOT NULL
          THEN jsonb_build_object('id', s.actor_id, 'name', s.actor_name) END) END AS data
    FROM "seller_events" s WHERE s.kind IN ('import_done', 'import_undone')
    ORDER BY s.seller_id, s.subject_id, s.kind, s.id DESC) told
  WHERE e.seller_id = told.seller_id AND e.subject_kind = 'import' AND e.subject_id = told.subject_id
    AND e.kind = told.kind;--> statement-breakpoint
-- Of imports from before there was a machine it is the only event.
INSERT INTO "events" (seller_id, id, subject_kind, subject_id, kind, to_status, at, actor_kind, actor_id, actor_name,
    actor_part, data)
  SELECT s.seller_id, s.id, 'import', s.subject_id,
    CASE s.kind WHEN 'import_done' THEN 'finish' ELSE 'undo' END,
    CASE s.kind WHEN 'import_done' THEN 'done' ELSE 'undone' END, s.at,
    CASE s.kind WHEN 'import_done' THEN 'product' ELSE s.actor_kind END,
    CASE s.kind WHEN 'import_undone' THEN s.actor_id END,
    CASE s.kind WHEN 'import_undone' THEN s.actor_name END,
    CASE WHEN s.kind = 'import_done' OR s.actor_kind = 'product' THEN 'import' END,
    s.data || jsonb_build_object('channel', s.subject_name) || CASE WHEN s.kind = 'import_undone' THEN '{}'::jsonb
      ELSE jsonb_build_object('by', CASE WHEN s.actor_id IS NOT NULL
        THEN jsonb_build_object('id', s.actor_id, 'name', s.actor_name) END) END
  FROM "seller_events" s WHERE s.kind IN ('import_done', 'import_undone')
    AND NOT EXISTS (SELECT FROM "events" e WHERE e.seller_id = s.seller_id AND e.id = s.id);--> statement-breakpoint
DELETE FROM "seller_events" WHERE kind IN ('import_done', 'import_undone');--> statement-breakpoint
ALTER TABLE "seller_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "events_import" ON "events" USING btree ("seller_id","at","id") WHERE subject_kind = 'import';--> statement-breakpoint
ALTER TABLE "seller_events" ADD CONSTRAINT "seller_events_kind" CHECK ("kind" in ('terms_published', 'operation_changed', 'automation_paused', 'automation_resumed', 'channel_created', 'channel_changed', 'channel_key_issued', 'channel_key_revoked', 'sku_rule_saved', 'sku_rule_removed', 'sku_rules_imported', 'reason_saved', 'reason_retired', 'address_saved', 'address_retired', 'robot_saved', 'robot_retired', 'template_saved', 'template_reset', 'view_saved', 'view_deleted', 'demo_removed', 'member_invited', 'invite_sent_again', 'invite_copied', 'invite_revoked', 'member_joined', 'account_replaced', 'reset_offered', 'reset_used', 'role_changed', 'limits_changed', 'member_deactivated', 'member_reactivated', 'support_entered', 'support_left', 'data_exported'));
