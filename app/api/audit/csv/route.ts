import { Readable } from "node:stream";
import { getTimeZone } from "next-intl/server";
import { db } from "@/db";
import { auditCsv } from "@/lib/audit/audit-csv";
import { filterOf, readView } from "@/lib/audit/audit-view";
import { guardRead } from "@/lib/guard";
import { answering, refusedResponse } from "@/lib/refused-response";

/** The audit page's events as a file, all of them. */
export const GET = (request: Request): Promise<Response> =>
  answering("audit", async () => {
    const guarded = await guardRead("audit:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const view = readView(Object.fromEntries(new URL(request.url).searchParams));
    const csv = auditCsv(db, guarded.value.seller.id, filterOf(view, await getTimeZone()));
    return new Response(Readable.toWeb(Readable.from(csv, { objectMode: false })) as ReadableStream, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="audit.csv"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
