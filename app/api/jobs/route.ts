import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listOwnNews } from "@/lib/bulk/job-list";
import { ok } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

/** What ended longer ago is no news. */
const NEWS_FOR_MS = 7 * 24 * 3_600_000;
const AT_MOST = 3;

/** The jobs of this person that run, or have ended unseen; asked again while one runs. */
export const GET = (): Promise<Response> =>
  answering("jobs", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { seller, user } = guarded.value;
    const news = await withSeller(db, seller.id, (tx) =>
      listOwnNews(tx, seller.id, user.id, { since: new Date(Date.now() - NEWS_FOR_MS), limit: AT_MOST }),
    );
    return Response.json(ok(news), { headers: { "cache-control": "no-store" } });
  });
