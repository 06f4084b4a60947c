import { z } from "zod";
import { forwarderCsv } from "@/lib/forwarder/forwarder-csv";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** What is to be asked of the forwarder, or what is on its way, as a file. */
export const GET = route({
  name: "forwarder.csv",
  needs: "returns:read",
  exports: "forwarder",
  query: z.object({ show: z.enum(["on_its_way", "not_handed_over"]).catch("not_handed_over") }),
  run: ({ db, sellerId }, { query: { show } }) => csv(forwarderCsv(db, sellerId, show), `forwarder-${show}.csv`, show),
});
