import { z } from "zod";
import { PARCEL_SHOWS, parcelsCsv } from "@/lib/parcels/parcels-list";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The parcels of one view, all of them. */
export const GET = route({
  name: "parcels.csv",
  needs: "returns:read",
  exports: "parcels",
  query: z.object({ show: z.enum(PARCEL_SHOWS).catch("delivered") }),
  run: (ctx, { query: { show } }) => csv(parcelsCsv(ctx, show), `parcels-${show}.csv`, show),
});
