import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { findCase } from "@/lib/terms/find-case";

/** A past return of a channel by one of its numbers, for trying settings on it. */
export const GET = (request: Request): Promise<Response> =>
  answering("policies.case", async () => {
    const guarded = await guardRead("settings:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const query = new URL(request.url).searchParams;
    const channelId = query.get("channel") ?? "";
    if (!isId(channelId)) return refusedResponse({ code: "not_found" });
    const ask = { sellerId: guarded.value.seller.id, channelId, typed: query.get("q") ?? "", now: new Date() };
    const found = await findCase(db, ask);
    return found.ok ? Response.json(found) : refusedResponse(found.refusal);
  });
