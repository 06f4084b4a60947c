import { db } from "@/db";
import { MAIL_SHOWS, STATES_SHOWN } from "@/lib/messages/mail-shows";
import { mailboxCsv } from "@/lib/messages/mailbox-csv";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";

/** The messages of one part of the mailbox as a file, all of them. */
export const GET = (request: Request): Promise<Response> =>
  answering("mailbox.csv", async () => {
    const guarded = await guardExport("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const asked = new URL(request.url).searchParams.get("show");
    const show = MAIL_SHOWS.find((known) => known === asked) ?? "all";
    const csv = mailboxCsv(db, { sellerId: guarded.value.seller.id, states: STATES_SHOWN[show] });
    return exportResponse(csv, { session: guarded.value, what: "mailbox", filter: show, fileName: "messages.csv" });
  });
