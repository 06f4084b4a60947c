import { getTimeZone } from "next-intl/server";
import { db } from "@/db";
import { auditCsv } from "@/lib/audit/audit-csv";
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
    const csv = auditCsv(db, guarded.value.seller.id, filterOf(view, await getTimeZone()));
    return csvResponse(csv, "audit.csv");
  });
