import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { z } from "zod";
import { tellShopEvent, toldInOneLine } from "@/components/audit/tell-shop-event";
import { AUDIT, AUDIT_LIST } from "@/lib/platform/audit/audit";
import { SHOP_AUDIT, SHOP_AUDIT_LIST } from "@/lib/platform/audit/seller-events";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The audit page's events as a file, all of them. */
export const GET = route({
  name: "audit.csv",
  needs: "audit:read",
  exports: "audit",
  query: z.record(z.string(), z.string()),
  run: async ({ db, sellerId }, { query }) => {
    const ctx = { db, sellerId, timeZone: await getTimeZone() };
    if (query.of !== "shop") {
      const { filter, sort } = AUDIT.read(query);
      return csv(AUDIT_LIST.csv(ctx, { filter, sort }), "audit.csv", AUDIT.query({ filter }));
    }
    const reader = { t: await getTranslations(), locale: await getLocale() };
    const { filter, sort } = SHOP_AUDIT.read(query);
    const rows = SHOP_AUDIT_LIST.csv(
      {
        ...ctx,
        tell: (event) => {
          const told = tellShopEvent(event, reader);
          return { about: told.about, changes: toldInOneLine(told, reader) };
        },
      },
      { filter, sort },
    );
    return csv(rows, "audit-shop.csv", SHOP_AUDIT.query({ filter }, { of: "shop" }));
  },
});
