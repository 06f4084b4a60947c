import { db } from "@/db";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { parsedJson, readForm } from "@/lib/platform/read-body";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { exportSchema, returnsCsv } from "@/lib/returns/returns-csv";

/** A list of returns as a file. It changes nothing; it is a POST because a selection does not fit an address. */
export const POST = (request: Request): Promise<Response> =>
  answering("returns.csv", async () => {
    const guarded = await guardExport("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { seller, user } = guarded.value;
    const sent = await readForm(request);
    if (!sent.ok) return refusedResponse(sent.refusal);
    const wanted = exportSchema.safeParse(parsedJson(sent.value?.get("export")));
    if (!wanted.success) return refusedResponse({ code: "invalid" });
    return exportResponse(returnsCsv(db, { sellerId: seller.id, userId: user.id, ...wanted.data }), {
      session: guarded.value,
      what: "returns",
      filter: JSON.stringify(wanted.data),
      fileName: "returns.csv",
    });
  });
