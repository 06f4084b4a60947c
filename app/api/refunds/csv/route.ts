import { db } from "@/db";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { answering, refusedResponse } from "@/lib/refused-response";
import { promisedCsv } from "@/lib/returns/promised-csv";

/** The list of promised refunds as a file, all of it. */
export const GET = (request: Request): Promise<Response> =>
  answering("refunds.csv", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const show = new URL(request.url).searchParams.get("show") === "settled" ? "settled" : "open";
    return csvResponse(promisedCsv(db, guarded.value.seller.id, show, new Date()), "promised-refunds.csv");
  });
