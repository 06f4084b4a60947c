import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";
import { checkIn, checkInInput } from "@/lib/receiving/check-in";

/** Units that were unpacked, told by the bench as often as it has to. */
export const POST = route({
  name: "receive.check_in",
  needs: "parcels:receive",
  writes: true,
  body: jsonBody(checkInInput),
  run: async (ctx, { body }) => jsonOf(await checkIn(ctx, body)),
});
