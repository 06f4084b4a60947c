import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { preflight } from "@/lib/bulk/preflight";
import { listAddresses } from "@/lib/channels/addresses";
import { idSchema } from "@/lib/kernel/schemas";
import { listTemplates } from "@/lib/messages/template-rows";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { openReasons } from "@/lib/policy/judging/own-reasons";
import { EXTENDED_DAYS_AT_MOST, PICKED_AT_MOST } from "@/lib/policy/limits";
import { listReasons } from "@/lib/reasons/reasons";
import { closeChoices, closeTemplates } from "@/lib/returns/close-templates";
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
    z.strictObject({ move: z.literal("remind") }),
    z.strictObject({ move: z.literal("extend"), days: z.int().min(1).max(EXTENDED_DAYS_AT_MOST) }),
  ]),
});

/** What would happen to a selection. It changes nothing; it is a POST because a selection does not fit an address. */
export const POST = route({
  name: "returns.preflight",
  needs: "returns:bulk",
  body: jsonBody(bodySchema),
  run: async (ctx, { body }) => {
    const { db, sellerId } = ctx;
    const planned = await preflight(ctx, body);
    if (!planned.ok) return planned;
    const [addresses, own, rows] = await withSeller(db, sellerId, (tx) =>
      Promise.all([listAddresses(tx, sellerId), listTemplates(tx, sellerId), listReasons(tx, sellerId, "close")]),
    );
    const closeReasons = closeChoices(openReasons(rows, "close"));
    const templates = Object.fromEntries(
      planned.value.languages.map(({ language }) => [language, closeTemplates(own, language, closeReasons)]),
    );
    return json({ ...planned.value, addresses, closeReasons, templates });
  },
});
