import "server-only";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { STATES_SHOWN } from "@/lib/messages/mail-shows";
import { listHeld, listMessages } from "@/lib/messages/mailbox";
import { type MailView, pageHref } from "./search-params";

const PAGE = 50;
const HELD_SHOWN = 20;

/** One page of the mailbox and, above its first page, what is still held back. */
export async function loadMailbox(sellerId: string, { show, after, before }: MailView) {
  const isFirst = !after && !before;
  const hasHeld = isFirst && (show === "all" || show === "waiting");
  const [found, held] = await withSeller(db, sellerId, (tx) =>
    Promise.all([
      listMessages(tx, sellerId, { states: STATES_SHOWN[show], after, before, limit: PAGE }),
      hasHeld ? listHeld(tx, sellerId, HELD_SHOWN + 1) : [],
    ]),
  );
  const isMore = found.length > PAGE;
  const rows = before ? found.slice(0, PAGE).reverse() : found.slice(0, PAGE);
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = before ? isMore : after !== null;
  const hasNext = before ? true : isMore;
  return {
    rows,
    held: held.slice(0, HELD_SHOWN),
    isHeldCut: held.length > HELD_SHOWN,
    previousHref: hasPrevious && first ? pageHref(show, "before", { at: first.createdAt, id: first.id }) : null,
    nextHref: hasNext && last ? pageHref(show, "after", { at: last.createdAt, id: last.id }) : null,
  };
}
