import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { jsonOf } from "@/lib/platform/route-answer";
import { findCase } from "@/lib/terms/find-case";

/** A past return of a channel by one of its numbers, for trying settings on it. */
export const GET = route({
  name: "policies.case",
  needs: "settings:read",
  query: z.object({ channel: idSchema, q: z.string().default("") }),
  run: async (ctx, { query: { channel: channelId, q: typed } }) => jsonOf(await findCase(ctx, { channelId, typed })),
});
