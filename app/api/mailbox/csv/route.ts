import { z } from "zod";
import { MAIL_SHOWS, STATES_SHOWN } from "@/lib/messages/mail-shows";
import { mailboxCsv } from "@/lib/messages/mailbox-csv";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";

/** The messages of one part of the mailbox as a file, all of them. */
export const GET = route({
  name: "mailbox.csv",
  needs: "returns:read",
  exports: "mailbox",
  query: z.object({ show: z.enum(MAIL_SHOWS).catch("all") }),
  run: ({ db, sellerId }, { query: { show } }) =>
    csv(mailboxCsv(db, { sellerId, states: STATES_SHOWN[show] }), "messages.csv", show),
});
