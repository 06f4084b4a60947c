import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { buyerLanguage } from "@/lib/kernel/buyer-languages";
import { BUYER_LOCALE_COOKIE } from "@/lib/kernel/locale";
import { LINK_DAYS, openLink } from "@/lib/platform/buyers";
import { env } from "@/lib/platform/env";
import { visitToken } from "@/lib/platform/link-token";
import { route } from "@/lib/platform/route";
import { redirected } from "@/lib/platform/route-answer";
import { buyerCookieName } from "@/lib/platform/session-cookie";

/** The cookie may last: the link's own row is asked each time, and ends it at once. */
const SECONDS = LINK_DAYS * 24 * 3600;

/** The link of a mail: handed a cookie for it, and sent on to where no token stands. It changes nothing of the return. */
export const GET = route({
  name: "portal.link",
  needs: "public",
  params: z.object({ portal: z.string(), token: z.string() }),
  run: async ({ db, now }, { params: { portal, token } }) => {
    const buyer = await openLink(db, { secret: env.NEXTAUTH_SECRET, portal, shown: token, now });
    if (!buyer) return redirected(paths.portalLost(portal));
    const path = paths.portalReturn(portal, buyer.number);
    const seconds = SECONDS;
    return redirected(path, [
      { name: buyerCookieName(), value: visitToken.write(env.NEXTAUTH_SECRET, buyer), path, seconds },
      ...(buyer.locale
        ? [{ name: BUYER_LOCALE_COOKIE, value: buyerLanguage(buyer.locale), path: paths.portal(portal), seconds }]
        : []),
    ]);
  },
});
