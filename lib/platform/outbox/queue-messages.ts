import type { SQL } from "drizzle-orm";
import { outbox, workItems } from "@/db/schema";
import { insertionIfAny } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { MessageData, MessageKind } from "@/lib/policy/messages/message";

export type NewMessage = {
  kind: MessageKind;
  returnId: string | null;
  /** The move it tells about, which undo may take back. */
  eventId: string | null;
  /** One thing told once: the same key again is the same message. */
  dedupeKey: string;
  /** Until then it can be taken back. */
  availableAt: Date;
  createdAt: Date;
  data?: MessageData;
};

/** Puts messages into the outbox and wakes the worker for them, as parts of the caller's own `writeTogether`. */
export function queuedMessages(sellerId: string, list: readonly NewMessage[]): (SQL | null)[] {
  const rows = list.map((message) => ({ sellerId, id: newId(), ...message, data: message.data ?? {} }));
  return [
    insertionIfAny(outbox, rows),
    insertionIfAny(
      workItems,
      rows.map(({ id, availableAt }) => ({ sellerId, kind: "outbox" as const, id, dueAt: availableAt })),
    ),
  ];
}
