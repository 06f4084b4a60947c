import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { tellShopEvent, toldInOneLine } from "@/components/audit/tell-shop-event";
import { auditCsv, shopAuditCsv } from "@/lib/platform/audit/audit-csv";
import { auditQuery, filterOf, viewSchema } from "@/lib/platform/audit/audit-view";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The audit page's events as a file, all of them. */
export const GET = route({
  name: "audit.csv",
  needs: "audit:read",
  exports: "audit",
  query: viewSchema,
  run: async (ctx, { query: view }) => {
    const asked = [ctx, filterOf(view, await getTimeZone())] as const;
    if (view.of === "returns") return csv(auditCsv(...asked), "audit.csv", auditQuery(view));
    const reader = { t: await getTranslations(), locale: await getLocale() };
    const rows = shopAuditCsv(...asked, (event) => {
      const told = tellShopEvent(event, reader);
      return { about: told.about, changes: toldInOneLine(told, reader) };
    });
    return csv(rows, "audit-shop.csv", auditQuery(view));
  },
});
