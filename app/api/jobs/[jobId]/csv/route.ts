import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { storedRefusalSentence } from "@/components/refusal-words";
import { withSeller } from "@/db/tenant";
import { bulkActCsv } from "@/lib/bulk/bulk-act-csv";
import { idSchema } from "@/lib/kernel/schemas";
import { keptInput } from "@/lib/platform/bulk/bulk";
import { findBulkAct } from "@/lib/platform/bulk/find-bulk-act";
import { route } from "@/lib/platform/route";
import { csv, NOT_FOUND } from "@/lib/platform/route-answer";

/** What became of every return of a bulk act, with the reasons in the reader's language. */
export const GET = route({
  name: "bulkActs.returns.csv",
  needs: "returns:read",
  exports: "job",
  params: z.object({ jobId: idSchema }),
  run: async ({ db, sellerId }, { params: { jobId: bulkActId } }) => {
    const bulkAct = await withSeller(db, sellerId, (tx) => findBulkAct(tx, sellerId, bulkActId));
    if (!bulkAct) return NOT_FOUND;
    const t = await getTranslations("refusal");
    const { notFound } = keptInput.parse(bulkAct.input);
    const rows = bulkActCsv(
      { db, sellerId },
      {
        bulkActId,
        notFound,
        reasonOf: (refusal) => storedRefusalSentence(t, refusal),
      },
    );
    return csv(rows, `job-${bulkAct.kind}-${bulkActId.slice(0, 8)}.csv`, bulkActId);
  },
});
