import "server-only";
import { cache } from "react";
import { db } from "@/db";
import { findMessage } from "@/db/queries/mailbox";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/ids";
import { requireSeller } from "@/lib/session";

/** The message of this request with what the person may do, read once for title and page; null when there is none. */
export const loadMessage = cache(async (messageId: string) => {
  const { seller, permissions } = await requireSeller("returns:read");
  if (!isId(messageId)) return null;
  const message = await withSeller(db, seller.id, (tx) => findMessage(tx, seller.id, messageId));
  return message && { message, permissions };
});
