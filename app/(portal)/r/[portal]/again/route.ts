import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { addressKey } from "@/lib/platform/client-address";
import { route } from "@/lib/platform/route";
import { redirected } from "@/lib/platform/route-answer";
import { formBody } from "@/lib/platform/route-body";
import { againSchema, sendLinkAgain } from "@/lib/portal/send-link-again";

/** *Send me my link again*: the same answer for everybody. */
export const POST = route({
  name: "portal.again",
  needs: "public",
  params: z.object({ portal: z.string() }),
  body: formBody(againSchema),
  run: async ({ db, now, request }, { params: { portal }, body }) => {
    const from = addressKey(request.headers.get("x-forwarded-for") ?? "");
    await sendLinkAgain({ db, now }, { ...body, portal, from });
    return redirected(paths.portalSent(portal));
  },
});
