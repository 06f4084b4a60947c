import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { actorOf } from "@/lib/policy/actor";
import { findScanned } from "@/lib/receiving/find-scanned";

/** What was scanned at the bench means these returns. */
export const GET = route({
  name: "receive.find",
  needs: "parcels:receive",
  query: z.object({ q: z.string().max(300).default("") }),
  run: async ({ db, sellerId, session, now }, { query }) =>
    json(await withSeller(db, sellerId, (tx) => findScanned(tx, sellerId, query.q, actorOf(session).kind, now))),
});
