import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { receiveUnannounced, unannouncedInput } from "@/lib/receiving/unannounced";

/** Units of an order that nobody asked back, told by the bench as often as it has to. */
export const POST = route({
  name: "receive.unannounced",
  needs: "parcels:receive",
  writes: true,
  body: jsonBody(unannouncedInput),
  run: async (ctx, { body }) => jsonOf(await receiveUnannounced(ctx, body)),
});
