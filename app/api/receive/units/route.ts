import { z } from "zod";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { UNIT_LIST, UNIT_SHOWS, UNITS } from "@/lib/receiving/units";

/** The units that go one way as a file, all of them. */
export const GET = route({
  name: "receive.units",
  needs: "parcels:receive",
  query: z.object({ show: z.enum(UNIT_SHOWS).catch("restock") }),
  run: (ctx, { query }) => csv(UNIT_LIST.csv(ctx, UNITS.usual(query)), "received-units.csv", query.show),
});
