import { z } from "zod";
import { FORWARDER_TABS, OUTBOUND_LIST, OUTBOUND_OF, OUTBOUND_TASKS } from "@/lib/forwarder/forwarder";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** What is to be asked of the forwarder, or what is on its way, as a file. */
export const GET = route({
  name: "forwarder.csv",
  needs: "returns:read",
  exports: "forwarder",
  query: z.object({ show: z.enum(FORWARDER_TABS).catch("ask") }),
  run: (ctx, { query }) => {
    const place = OUTBOUND_OF[query.show];
    return csv(OUTBOUND_LIST.csv(ctx, OUTBOUND_TASKS.usual(query)), `forwarder-${place}.csv`, place);
  },
});
