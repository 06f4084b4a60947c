import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { route } from "@/lib/platform/route";
import { redirected } from "@/lib/platform/route-answer";
import { formBody } from "@/lib/platform/route-body";
import { CARRIER_AT_MOST, TRACKING_AT_MOST } from "@/lib/policy/limits";
import { sayTracking } from "@/lib/portal/say-tracking";

/** The number on the buyer's receipt; what is wrong with it is said on the page, beside what was typed. */
export const POST = route({
  name: "portal.tracking",
  needs: { buyer: "return" },
  params: z.object({ portal: z.string(), number: z.string() }),
  body: formBody(
    z.object({
      tracking: z.string().trim().max(TRACKING_AT_MOST),
      carrier: z.string().trim().max(CARRIER_AT_MOST).default(""),
      isSure: z.literal("yes").optional(),
    }),
  ),
  run: async (ctx, { body: { tracking, carrier, isSure } }) => {
    const { portal, number, returnId } = ctx;
    const said = await sayTracking(ctx, { returnId, tracking, carrier, isSure: isSure === "yes" });
    if (said.ok) return redirected(paths.portalReturn(portal, number, { said: "yes" }));
    const { code } = said.refusal;
    const why = "why" in said.refusal ? String(said.refusal.why) : code;
    return redirected(paths.portalReturn(portal, number, { why, tracking, carrier }));
  },
});
