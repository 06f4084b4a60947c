import { withSeller } from "@/db/tenant";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { readBench } from "@/lib/receiving/read-bench";

/** What the bench has done today and what is still to come. */
export const GET = route({
  name: "receive.bench",
  needs: "parcels:receive",
  run: async ({ db, sellerId, now }) => json(await withSeller(db, sellerId, (tx) => readBench(tx, sellerId, now))),
});
