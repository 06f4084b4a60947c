import "server-only";
import { cache } from "react";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/kernel/ids";
import { findMessage } from "@/lib/messages/mailbox";
import { requireSeller } from "@/lib/platform/session";

/** The message of this request with what the person may do, read once for title and page; null when there is none. */
export const loadMessage = cache(async (messageId: string) => {
  const { seller, permissions } = await requireSeller("returns:read");
  if (!isId(messageId)) return null;
  const message = await withSeller(db, seller.id, (tx) => findMessage(tx, seller.id, messageId));
  return message && { message, permissions };
});
