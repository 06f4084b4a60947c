import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { tellShopEvent, toldInOneLine } from "@/components/audit/tell-shop-event";
import { db } from "@/db";
import { auditCsv, shopAuditCsv } from "@/lib/platform/audit/audit-csv";
import { filterOf, readView } from "@/lib/platform/audit/audit-view";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

/** The audit page's events as a file, all of them. */
export const GET = (request: Request): Promise<Response> =>
  answering("audit", async () => {
    const guarded = await guardExport("audit:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const view = readView(Object.fromEntries(new URL(request.url).searchParams));
    const asked = [db, guarded.value.seller.id, filterOf(view, await getTimeZone())] as const;
    if (view.of === "returns")
      return exportResponse(auditCsv(...asked), {
        session: guarded.value,
        what: "audit",
        filter: new URL(request.url).search,
        fileName: "audit.csv",
      });
    const reader = { t: await getTranslations(), locale: await getLocale() };
    const csv = shopAuditCsv(...asked, (event) => {
      const told = tellShopEvent(event, reader);
      return { about: told.about, changes: toldInOneLine(told, reader) };
    });
    return exportResponse(csv, {
      session: guarded.value,
      what: "audit",
      filter: new URL(request.url).search,
      fileName: "audit-shop.csv",
    });
  });
