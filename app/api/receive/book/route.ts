import { withSeller } from "@/db/tenant";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { actorOf } from "@/lib/policy/actor";
import { readBook } from "@/lib/receiving/find-scanned";

/** What a bench takes with it for when the network is away. */
export const GET = route({
  name: "receive.book",
  needs: "parcels:receive",
  run: async ({ db, sellerId, session, now }) =>
    json(await withSeller(db, sellerId, (tx) => readBook(tx, sellerId, actorOf(session).kind, now))),
});
