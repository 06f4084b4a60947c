import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { teamCsv } from "@/lib/team/team-csv";

/** The members as a file. */
export const GET = route({
  name: "settings.team.csv",
  needs: "settings:read",
  exports: "team",
  run: (ctx) => csv(teamCsv(ctx), "team.csv"),
});
