import { db } from "@/db";
import { importsCsv } from "@/lib/imports/imports-csv";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

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
