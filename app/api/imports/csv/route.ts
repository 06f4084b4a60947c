import { db } from "@/db";
import { exportResponse, guardExport } from "@/lib/export";
import { importsCsv } from "@/lib/imports/imports-csv";
import { answering, refusedResponse } from "@/lib/refused-response";

/** The list of imports as a file, all of them. */
export const GET = (): Promise<Response> =>
  answering("imports.csv", async () => {
    const guarded = await guardExport("imports:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    return exportResponse(importsCsv(db, guarded.value.seller.id), {
      session: guarded.value,
      what: "imports",
      fileName: "imports.csv",
    });
  });
