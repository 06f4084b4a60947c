import { z } from "zod";
import { readAutomationHistory } from "@/lib/channels/automation-history";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { jsonFound } from "@/lib/platform/route-answer";

/** The last month's requests of a channel in groups, for the page to say what each choice would have done with them. */
export const GET = route({
  name: "channels.automation",
  needs: "settings:read",
  params: z.object({ channelId: idSchema }),
  run: async (ctx, { params }) => jsonFound(await readAutomationHistory(ctx, params)),
});
