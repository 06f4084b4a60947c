import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { findJumps } from "@/lib/returns/jumps";

/** The few returns that a typed or pasted text means. */
export const GET = (request: Request): Promise<Response> =>
  answering("palette.jump", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const typed = new URL(request.url).searchParams.get("q") ?? "";
    return Response.json(ok({ jumps: await withSeller(db, sellerId, (tx) => findJumps(tx, sellerId, typed)) }));
  });
