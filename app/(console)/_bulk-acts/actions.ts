"use server";

import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { markBulkActSeen } from "@/lib/bulk/bulk-act-list";
import { retryBulkAct } from "@/lib/bulk/returns-in-bulk";
import { ok } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import { action } from "@/lib/platform/action";
import { stopBulk } from "@/lib/platform/bulk/run-bulk";

const onlyBulkAct = z.strictObject({ bulkActId: idSchema });
const RETURNS_AND_BULK_ACTS = () => ["returns", "bulkActs"] as const;

/** The same act again for the returns that it may succeed at now, as a bulk act of its own. */
export const retryRefused = action({
  name: "bulkActs.retry",
  needs: "returns:bulk",
  input: onlyBulkAct.extend({ key: idSchema }),
  run: retryBulkAct,
  touches: RETURNS_AND_BULK_ACTS,
});

export const stopBulkAct = action({
  name: "bulkActs.stop",
  needs: "returns:bulk",
  input: onlyBulkAct,
  run: stopBulk,
  touches: RETURNS_AND_BULK_ACTS,
});

/** Its starter has seen how a bulk act ended, and need not be told any more. */
export const seeBulkAct = action({
  name: "bulkActs.see",
  needs: "returns:read",
  input: onlyBulkAct,
  run: async ({ db, session, now }, { bulkActId }) => {
    const { seller, user } = session;
    await withSeller(db, seller.id, (tx) => markBulkActSeen(tx, seller.id, bulkActId, { userId: user.id, now }));
    return ok(null);
  },
});
