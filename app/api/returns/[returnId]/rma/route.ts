import type { NextRequest } from "next/server";
import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { checkRma } from "@/lib/returns/check-rma";

type Context = { params: Promise<{ returnId: string }> };

/** Whether a typed RMA could be given to this return; asked when the field is left. */
export const GET = (request: NextRequest, { params }: Context): Promise<Response> =>
  answering("returns.rma", async () => {
    const guarded = await guardRead("returns:decide");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { returnId } = await params;
    if (!isId(returnId)) return refusedResponse({ code: "not_found" });
    const typed = request.nextUrl.searchParams.get("rma") ?? "";
    const answer = await checkRma(db, { sellerId: guarded.value.seller.id, returnId, typed });
    if (!answer.ok && answer.refusal.code === "not_found") return refusedResponse({ code: "not_found" });
    // "Not this number" is the answer that was asked for, and no failure of the request.
    return Response.json(answer);
  });
