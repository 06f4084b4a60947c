import { z } from "zod";
import { MAIL_LIST, MAIL_SHOWS, MAILBOX } from "@/lib/messages/mailbox";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The messages of one part of the mailbox as a file, all of them. */
export const GET = route({
  name: "mailbox.csv",
  needs: "returns:read",
  exports: "mailbox",
  query: z.object({ show: z.enum(MAIL_SHOWS).catch("all") }),
  run: (ctx, { query }) => csv(MAIL_LIST.csv(ctx, MAILBOX.usual(query)), "messages.csv", query.show),
});
