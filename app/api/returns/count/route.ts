import { z } from "zod";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { readJson } from "@/lib/platform/read-body";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { countMatching } from "@/lib/returns/returns-list";
import { returnFilterSchema } from "@/lib/returns/shared/filter-schema";

const bodySchema = z.strictObject({ filter: returnFilterSchema, snapshotAt: z.iso.datetime() });

/** How many returns matched a filter at an instant, exactly; a POST because a filter is more than an address holds. */
export const POST = (request: Request): Promise<Response> =>
  answering("returns.count", async () => {
    const guarded = await guardRead("returns:bulk");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const sent = await readJson(request);
    if (!sent.ok) return refusedResponse(sent.refusal);
    const body = bodySchema.safeParse(sent.value);
    if (!body.success) return refusedResponse({ code: "invalid" });
    const { filter, snapshotAt } = body.data;
    const snapshot = { snapshotAt: new Date(snapshotAt), excludedIds: [] };
    const total = await withSeller(db, sellerId, (tx) => countMatching(tx, sellerId, filter, snapshot));
    return Response.json(ok({ total }));
  });
