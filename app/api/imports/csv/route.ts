import { db } from "@/db";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { importsCsv } from "@/lib/imports/imports-csv";
import { answering, refusedResponse } from "@/lib/refused-response";

/** The list of imports as a file, all of them. */
export const GET = (): Promise<Response> =>
  answering("imports.csv", async () => {
    const guarded = await guardRead("imports:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    return csvResponse(importsCsv(db, guarded.value.seller.id), "imports.csv");
  });
