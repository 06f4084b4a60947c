import { sql } from "drizzle-orm";
import { imports, returnEvents } from "@/db/schema";

/** An event as timelines tell it; `importFile` wants `imports` joined. */
export const eventColumns = {
  id: returnEvents.id,
  kind: returnEvents.kind,
  fromStatus: returnEvents.fromStatus,
  toStatus: returnEvents.toStatus,
  at: returnEvents.at,
  actorKind: returnEvents.actorKind,
  actorName: returnEvents.actorName,
  data: returnEvents.data,
  jobId: returnEvents.jobId,
  importId: returnEvents.importId,
  importFile: sql<string | null>`${imports.files}->0->>'name'`,
  /** Whether what it told the buyer is only kept in the mailbox. */
  isKept: sql<boolean>`exists (
    select from outbox o join messages m on m.seller_id = o.seller_id and m.outbox_id = o.id
    where o.seller_id = ${returnEvents.sellerId} and o.return_id = ${returnEvents.returnId}
      and o.event_id = ${returnEvents.id} and m.kind like 'buyer.%' and m.state = 'kept')`,
};
