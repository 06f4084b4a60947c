import { sql } from "drizzle-orm";
import { events, imports } from "@/db/schema";
import type { Status } from "@/lib/policy/machines/return/statuses";

/** An event as timelines tell it; `importFile` wants `imports` joined. */
export const eventColumns = (sellerId: string) => ({
  id: events.id,
  subjectKind: events.subjectKind,
  kind: events.kind,
  fromStatus: sql<Status | null>`${events.fromStatus}`,
  toStatus: sql<Status | null>`${events.toStatus}`,
  at: events.at,
  actorKind: events.actorKind,
  actorName: events.actorName,
  data: events.data,
  bulkActId: events.bulkActId,
  importId: events.importId,
  importFile: sql<string | null>`${imports.files}->0->>'name'`,
  /** Whether what it told the buyer is only kept in the mailbox. */
  isKept: sql<boolean>`exists (
    select from outbox o join messages m on m.seller_id = o.seller_id and m.outbox_id = o.id
    where o.seller_id = ${sellerId} and o.return_id = ${events.returnId}
      and o.event_id = ${events.id} and m.kind like 'buyer.%' and m.state = 'kept')`,
});
