import { withSeller } from "@/db/tenant";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { listTags } from "@/lib/returns/tag-returns";

/** The shop's own words for its returns. */
export const GET = route({
  name: "tags",
  needs: "returns:read",
  run: async ({ db, session }) =>
    json({ tags: await withSeller(db, session.seller.id, (tx) => listTags(tx, session.seller.id)) }),
});
