import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { listOwnPrints } from "@/lib/printing/label-prints";

/** Whoever has something drawn fetches it soon; later it is no news. */
const NEWS_FOR_MS = 30 * 60_000;
const AT_MOST = 2;

/** What the worker draws, or has just drawn, for this person; asked again while it draws. */
export const GET = (): Promise<Response> =>
  answering("labels.prints", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { seller, user } = guarded.value;
    const prints = await withSeller(db, seller.id, (tx) =>
      listOwnPrints(tx, seller.id, user.id, { since: new Date(Date.now() - NEWS_FOR_MS), limit: AT_MOST }),
    );
    return Response.json(ok(prints), { headers: { "cache-control": "no-store" } });
  });
