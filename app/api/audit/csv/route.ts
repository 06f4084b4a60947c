import { getTimeZone } from "next-intl/server";
import { db } from "@/db";
import { auditCsv, shopAuditCsv } from "@/lib/audit/audit-csv";
import { filterOf, readView } from "@/lib/audit/audit-view";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { answering, refusedResponse } from "@/lib/refused-response";

/** The audit page's events as a file, all of them. */
export const GET = (request: Request): Promise<Response> =>
  answering("audit", async () => {
    const guarded = await guardRead("audit:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const view = readView(Object.fromEntries(new URL(request.url).searchParams));
    const asked = [db, guarded.value.seller.id, filterOf(view, await getTimeZone())] as const;
    return view.of === "shop"
      ? csvResponse(shopAuditCsv(...asked), "audit-shop.csv")
      : csvResponse(auditCsv(...asked), "audit.csv");
  });
