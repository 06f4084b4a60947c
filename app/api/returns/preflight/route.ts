import { z } from "zod";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { preflight } from "@/lib/bulk/preflight";
import { listAddresses } from "@/lib/channels/addresses";
import { idSchema } from "@/lib/kernel/id-schema";
import { ok } from "@/lib/kernel/result";
import { listTemplates } from "@/lib/messages/template-rows";
import { guardRead } from "@/lib/platform/guard";
import { readJson } from "@/lib/platform/read-body";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { actorOf } from "@/lib/policy/actor";
import { openReasons } from "@/lib/policy/judging/own-reasons";
import { listReasons } from "@/lib/reasons/reasons";
import { closeChoices, closeTemplates } from "@/lib/returns/close-templates";
import { PICKED_AT_MOST } from "@/lib/returns/shared/picked";
import { selectionSchema } from "@/lib/returns/shared/selection";

const bodySchema = z.strictObject({
  selection: selectionSchema,
  request: z.discriminatedUnion("move", [
    z.strictObject({
      move: z.literal("authorize"),
      isChannelAddress: z.boolean(),
      seen: z.array(idSchema).max(PICKED_AT_MOST).optional(),
    }),
    z.strictObject({ move: z.literal("close"), reason: z.string().min(1).max(80).optional() }),
  ]),
});

/** What would happen to a selection. It changes nothing; it is a POST because a selection does not fit an address. */
export const POST = (request: Request): Promise<Response> =>
  answering("returns.preflight", async () => {
    const guarded = await guardRead("returns:bulk");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const sent = await readJson(request);
    if (!sent.ok) return refusedResponse(sent.refusal);
    const body = bodySchema.safeParse(sent.value);
    if (!body.success) return refusedResponse({ code: "invalid" });
    const act = { ...body.data, sellerId, actor: actorOf(guarded.value), now: new Date() };
    const planned = await preflight(db, act);
    if (!planned.ok) return refusedResponse(planned.refusal);
    const [addresses, own, rows] = await withSeller(db, sellerId, (tx) =>
      Promise.all([listAddresses(tx, sellerId), listTemplates(tx, sellerId), listReasons(tx, sellerId, "close")]),
    );
    const closeReasons = closeChoices(openReasons(rows, "close"));
    const templates = Object.fromEntries(
      planned.value.languages.map(({ language }) => [language, closeTemplates(own, language, closeReasons)]),
    );
    return Response.json(ok({ ...planned.value, addresses, closeReasons, templates }));
  });
