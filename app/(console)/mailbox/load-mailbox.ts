import "server-only";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listHeld, MAIL_LIST, type MAILBOX } from "@/lib/messages/mailbox";

const HELD_SHOWN = 20;

/** One page of the mailbox and, above its first page, what is still held back. */
export async function loadMailbox(sellerId: string, view: ReturnType<typeof MAILBOX.usual>) {
  const { show } = view.filter;
  const isFirst = !view.after && !view.before;
  const hasHeld = isFirst && (show === "all" || show === "waiting");
  const [found, held] = await withSeller(db, sellerId, (tx) =>
    Promise.all([MAIL_LIST.page(tx, { sellerId }, view), hasHeld ? listHeld(tx, sellerId, HELD_SHOWN + 1) : []]),
  );
  return { found, held: held.slice(0, HELD_SHOWN), isHeldCut: held.length > HELD_SHOWN };
}
