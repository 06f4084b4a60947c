import { recordScans, scansInput } from "@/lib/parcels/record-scans";
import { route } from "@/lib/platform/route";
import { json } from "@/lib/platform/route-answer";
import { jsonBody } from "@/lib/platform/route-body";

/** For a carrier, a tracking service or a warehouse: what they saw of parcels of the key's channel, answered scan by scan. */
export const POST = route({
  name: "channel.scans",
  needs: { key: "channel" },
  body: jsonBody(scansInput),
  run: async (ctx, { body }) => json({ outcomes: await recordScans(ctx, body) }),
});
