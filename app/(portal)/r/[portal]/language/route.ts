import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { BUYER_LOCALE_COOKIE, LOCALES } from "@/lib/kernel/locale";
import { isPortal } from "@/lib/platform/buyers";
import { route } from "@/lib/platform/route";
import { NOT_FOUND, redirected } from "@/lib/platform/route-answer";
import { formBody } from "@/lib/platform/route-body";

const YEAR = 365 * 24 * 3600;

/** Another language for the pages of a portal, and back to the page that was read. */
export const POST = route({
  name: "portal.language",
  needs: "public",
  params: z.object({ portal: z.string() }),
  body: formBody(z.object({ locale: z.enum(LOCALES), number: z.coerce.number().int().positive().optional() })),
  run: async ({ db }, { params: { portal }, body: { locale, number } }) => {
    if (!(await isPortal(db, portal))) return NOT_FOUND;
    const back = number ? paths.portalReturn(portal, number) : paths.portal(portal);
    return redirected(back, [{ name: BUYER_LOCALE_COOKIE, value: locale, path: paths.portal(portal), seconds: YEAR }]);
  },
});
