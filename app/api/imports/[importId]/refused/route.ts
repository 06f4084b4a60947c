import { getTranslations } from "next-intl/server";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { allRefusals } from "@/lib/imports/all-refusals";
import { findImport } from "@/lib/imports/imports";
import { refusedCsv } from "@/lib/imports/refused-csv";
import { isId } from "@/lib/kernel/ids";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

type Context = { params: Promise<{ importId: string }> };

/** Every refused row as it came, with its reason in the reader's language, as a file to correct. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("imports", async () => {
    const guarded = await guardExport("imports:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const { importId } = await params;
    const row = isId(importId) ? await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId)) : null;
    if (!row) return refusedResponse({ code: "not_found" });
    const t = await getTranslations("importReasons");
    const csv = refusedCsv(allRefusals(db, sellerId, importId), ({ code, line, column, value }) =>
      t(code, { line, column: column ?? "", value: value ?? "" }),
    );
    return exportResponse(csv, {
      session: guarded.value,
      what: "refused",
      filter: importId,
      fileName: `refused-${row.channelCode}-${importId.slice(0, 8)}.csv`,
    });
  });
