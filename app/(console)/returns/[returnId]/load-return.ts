import "server-only";
import { cache } from "react";
import { db } from "@/db";
import { requireSeller } from "@/lib/platform/session";
import { readReturn } from "./read-return";

/** The return of this request with what the person may do, read once for title and page; null when there is none. */
export const loadReturn = cache(async (returnId: string, hasAllEvents: boolean) => {
  const { seller, user, permissions } = await requireSeller("returns:read");
  const found = await readReturn(db, { sellerId: seller.id, returnId, hasAllEvents, now: new Date() });
  return found && { ...found, permissions, user: { id: user.id, name: user.name } };
});
