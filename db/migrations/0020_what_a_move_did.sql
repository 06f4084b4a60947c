ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deadlines" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handovers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "refunds" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- What the moves of before did, from what they left: undo takes back what an event recorded and nothing else.
UPDATE "events" e SET effects =
    CASE e.kind
      WHEN 'authorize' THEN '[{"kind":"sets","values":{},"before":{"rma":null,"address":null,"labelKind":null,"labelPaidBy":null,"labelFileId":null,"labelCostMinor":null,"labelCurrency":null,"labelCarrier":null,"labelTracking":null,"instructions":null}}]'::jsonb
      WHEN 'close' THEN '[{"kind":"sets","values":{},"before":{"closeReason":null,"closeReasonLabels":null,"closeComment":null}}]'::jsonb
      ELSE '[]'::jsonb END
    || coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'stops', 'clock', d.kind, 'as', d.state, 'dueAt', d.due_at))
      FROM "deadlines" d WHERE d.seller_id = e.seller_id AND d.return_id = e.return_id AND d.closed_at = e.at), '[]'::jsonb)
    || coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'starts', 'clock', d.kind, 'dueAt', d.due_at, 'as', 'open',
        'isApproximate', d.is_approximate, 'party', d.party, 'consequence', d.consequence))
      FROM "deadlines" d WHERE d.seller_id = e.seller_id AND d.return_id = e.return_id AND d.kind = 'send_back'
        AND e.to_status = 'awaiting_return' AND e.kind IN ('authorize', 'adopt')), '[]'::jsonb)
    || coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'tells', 'message', o.kind))
      FROM "outbox" o WHERE o.seller_id = e.seller_id AND o.return_id = e.return_id AND o.event_id = e.id), '[]'::jsonb)
    || coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'handsOver', 'move', e.kind, 'before',
        CASE WHEN h.opened_at < e.at THEN 'authorize' END))
      FROM "handovers" h WHERE h.seller_id = e.seller_id AND h.return_id = e.return_id
        AND e.kind IN ('authorize', 'close', 'withdraw')
        AND (h.opened_at = e.at OR (e.kind = 'withdraw' AND h.move = 'withdraw' AND h.opened_at < e.at))), '[]'::jsonb)
    || coalesce((SELECT jsonb_agg(jsonb_build_object('kind', 'promises', 'refund', f.kind))
      FROM "refunds" f WHERE f.seller_id = e.seller_id AND f.return_id = e.return_id AND f.key = e.id::text), '[]'::jsonb)
    || CASE WHEN e.data->>'rma' IS NULL THEN '[]'::jsonb
      ELSE jsonb_build_array(jsonb_build_object('kind', 'foundBy', 'as', 'rma', 'text', e.data->>'rma')) END
    || CASE WHEN e.data->>'tracking' IS NULL THEN '[]'::jsonb
      ELSE jsonb_build_array(jsonb_build_object('kind', 'foundBy', 'as', 'tracking', 'text', e.data->>'tracking')) END
  WHERE e.from_status IS NOT NULL AND e.kind <> 'undo';--> statement-breakpoint
ALTER TABLE "refunds" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "handovers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deadlines" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;
