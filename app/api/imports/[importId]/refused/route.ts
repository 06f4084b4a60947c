import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { allRefusals } from "@/lib/imports/all-refusals";
import { findImport } from "@/lib/imports/imports";
import { refusedCsv } from "@/lib/imports/refused-csv";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { csv, NOT_FOUND } from "@/lib/platform/route-answer";

/** Every refused row as it came, with its reason in the reader's language, as a file to correct. */
export const GET = route({
  name: "imports.refused",
  needs: "imports:read",
  exports: "refused",
  params: z.object({ importId: idSchema }),
  run: async ({ db, sellerId }, { params: { importId } }) => {
    const row = await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId));
    if (!row) return NOT_FOUND;
    const t = await getTranslations("importReasons");
    const rows = refusedCsv(allRefusals(db, sellerId, importId), ({ code, line, column, value }) =>
      t(code, { line, column: column ?? "", value: value ?? "" }),
    );
    return csv(rows, `refused-${row.channelCode}-${importId.slice(0, 8)}.csv`, importId);
  },
});
