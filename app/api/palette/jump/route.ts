import { db } from "@/db";
import { findJumps } from "@/db/queries/jumps";
import { withSeller } from "@/db/tenant";
import { guardRead } from "@/lib/guard";
import { answering, refusedResponse } from "@/lib/refused-response";
import { ok } from "@/lib/result";

/** The few returns that a typed or pasted text means. */
export const GET = (request: Request): Promise<Response> =>
  answering("palette.jump", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const typed = new URL(request.url).searchParams.get("q") ?? "";
    return Response.json(ok({ jumps: await withSeller(db, sellerId, (tx) => findJumps(tx, sellerId, typed)) }));
  });
