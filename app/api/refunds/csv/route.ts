import { db } from "@/db";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { promisedCsv } from "@/lib/returns/promised-csv";

/** The list of promised refunds as a file, all of it. */
export const GET = (request: Request): Promise<Response> =>
  answering("refunds.csv", async () => {
    const guarded = await guardExport("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const show = new URL(request.url).searchParams.get("show") === "settled" ? "settled" : "open";
    return exportResponse(promisedCsv(db, guarded.value.seller.id, show, new Date()), {
      session: guarded.value,
      what: "refunds",
      filter: show,
      fileName: "promised-refunds.csv",
    });
  });
