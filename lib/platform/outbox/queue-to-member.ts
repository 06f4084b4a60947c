import type { Tx } from "@/db/client";
import { writeTogether } from "@/db/write-set";
import type { MessageData, MessageKind } from "@/lib/policy/messages/message";
import { queuedMessages } from "./queue-messages";

type ToMember = {
  sellerId: string;
  kind: Extract<MessageKind, `member.${string}`>;
  /** What makes it the same message when it is asked for again. */
  key: string;
  data: MessageData;
  now: Date;
};

/** Queues a letter to one person of a seller, in the transaction it tells about. */
export const queueToMember = (tx: Tx, { sellerId, kind, key, data, now }: ToMember): Promise<void> =>
  writeTogether(
    tx,
    queuedMessages(sellerId, [
      {
        kind,
        returnId: null,
        eventId: null,
        dedupeKey: `${kind}:${key}`,
        availableAt: now,
        createdAt: now,
        data,
      },
    ]),
  );
