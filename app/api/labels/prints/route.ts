import { withSeller } from "@/db/tenant";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { listOwnPrints } from "@/lib/printing/label-prints";

/** Whoever has something drawn fetches it soon; later it is no news. */
const NEWS_FOR_MS = 30 * 60_000;
const AT_MOST = 2;

/** What the worker draws, or has just drawn, for this person; asked again while it draws. */
export const GET = route({
  name: "labels.prints.news",
  needs: "returns:read",
  run: async ({ db, sellerId, session, now }) => {
    const lately = { since: new Date(now.getTime() - NEWS_FOR_MS), limit: AT_MOST };
    return json(await withSeller(db, sellerId, (tx) => listOwnPrints(tx, sellerId, session.user.id, lately)));
  },
});
