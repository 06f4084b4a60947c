import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { reasonsCsv } from "@/lib/reasons/reasons-csv";

/** The shop's own reasons as a file. */
export const GET = route({
  name: "settings.reasons.csv",
  needs: "settings:read",
  run: (ctx) => csv(reasonsCsv(ctx), "reasons.csv"),
});
