import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { parkInput, parkParcel } from "@/lib/receiving/unidentified";

/** A parcel that nothing was found for. */
export const POST = route({
  name: "receive.park",
  needs: "parcels:receive",
  writes: true,
  body: jsonBody(parkInput),
  run: async (ctx, { body }) => jsonOf(await parkParcel(ctx, body)),
});
