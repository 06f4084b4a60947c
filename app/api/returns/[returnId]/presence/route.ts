import type { NextRequest } from "next/server";
import { z } from "zod";
import { db } from "@/db";
import { isId } from "@/lib/kernel/ids";
import { ok } from "@/lib/kernel/result";
import { guardWrite } from "@/lib/platform/guard";
import { readJson } from "@/lib/platform/read-body";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { DOINGS } from "@/lib/policy/doings";
import { leaveReturn, stayAtReturn } from "@/lib/presence/stay-at-return";

type Context = { params: Promise<{ returnId: string }> };

/** Null: the page was left. */
const bodySchema = z.strictObject({ doing: z.enum(DOINGS).nullable() });

/**
 * "I am here, doing this", for the seller of the page (`?seller=`); answers who else is. A POST, because it writes; no
 * server action, because those wait for each other, and nobody's decision should wait behind a beat.
 */
export const POST = (request: NextRequest, { params }: Context): Promise<Response> =>
  answering("returns.presence", async () => {
    const guarded = await guardWrite("returns:read", request.nextUrl.searchParams.get("seller"));
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { returnId } = await params;
    if (!isId(returnId)) return refusedResponse({ code: "not_found" });
    const sent = await readJson(request);
    if (!sent.ok) return refusedResponse(sent.refusal);
    const body = bodySchema.safeParse(sent.value);
    if (!body.success) return refusedResponse({ code: "invalid" });
    const { seller, user } = guarded.value;
    const place = { sellerId: seller.id, returnId, userId: user.id };
    const { doing } = body.data;
    if (doing === null) {
      await leaveReturn(db, place);
      return Response.json(ok(null));
    }
    const company = await stayAtReturn(db, { ...place, doing });
    return company.ok ? Response.json(company) : refusedResponse(company.refusal);
  });
