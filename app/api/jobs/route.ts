import { withSeller } from "@/db/tenant";
import { listOwnNews } from "@/lib/bulk/bulk-act-list";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";

/** What ended longer ago is no news. */
const NEWS_FOR_MS = 7 * 24 * 3_600_000;
const AT_MOST = 3;

/** The bulk acts of this person that run, or have ended unseen; asked again while one runs. */
export const GET = route({
  name: "bulkActs.news",
  needs: "returns:read",
  run: async ({ db, sellerId, session, now }) => {
    const lately = { since: new Date(now.getTime() - NEWS_FOR_MS), limit: AT_MOST };
    return json(await withSeller(db, sellerId, (tx) => listOwnNews(tx, sellerId, session.user.id, lately)));
  },
});
