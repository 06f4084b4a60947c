import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { readingLanguage } from "@/lib/kernel/buyer-languages";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Addressee, cancelMessage, findAddressee, findSentEvent } from "@/lib/messages/buyer-messages";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import { lockReturns } from "@/lib/platform/moves/lock-returns";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import { REACH } from "@/lib/policy/reach";
import type { MessageForm } from "./message-form";

/** Why a buyer cannot be written to from here: the marketplace carries the messages, or no address is known. */
export type CannotWrite =
  | { code: "marketplace_messages"; marketplace: Addressee["channel"]["marketplace"] }
  | { code: "no_buyer_address" };
type NotFound = { code: "not_found" };
type MessageLeft = { code: "message_left" };
export type MessageRefusal = NotFound | CannotWrite | MessageLeft;

export function writingRefused({ channel, buyerEmail }: Pick<Addressee, "channel" | "buyerEmail">): CannotWrite | null {
  if (!REACH[channel.mode].carriesOut) return { code: "marketplace_messages", marketplace: channel.marketplace };
  return buyerEmail === null ? { code: "no_buyer_address" } : null;
}

/** Writes to the buyer of a return; held back like a decision for as long as it can be taken back (S4-06, S4-10). */
export function messageBuyer(
  { db, sellerId, actor, now }: Ctx,
  { returnId, key, subject, text }: MessageForm,
): Promise<Result<{ eventId: string }, NotFound | CannotWrite>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<{ eventId: string }, NotFound | CannotWrite>> => {
    await lockReturns(tx, sellerId, [returnId]);
    const addressee = await findAddressee(tx, sellerId, returnId);
    if (!addressee) return refuse({ code: "not_found" });
    const refusal = writingRefused(addressee);
    if (refusal) return refuse(refusal);
    const dedupeKey = `buyer.message:${returnId}:${key}`;
    const sent = await findSentEvent(tx, sellerId, dedupeKey);
    if (sent) return ok({ eventId: sent });
    const eventId = newId();
    const locale = readingLanguage(addressee.buyerLocale);
    await addEvents(tx, [
      { id: eventId, sellerId, returnId, kind: "messaged", actor, now, data: { subject, message: text, locale } },
    ]);
    await writeTogether(
      tx,
      queuedMessages(sellerId, [
        {
          kind: "buyer.message",
          returnId,
          eventId,
          dedupeKey,
          availableAt: new Date(now.getTime() + addressee.operation.undoSeconds * 1000),
          createdAt: now,
          data: { subject, text },
        },
      ]),
    );
    return ok({ eventId });
  });
}

/** Takes a message back while it waits in the outbox; refuses `message_left` afterwards. Taken back already is as good. */
export function undoMessage(
  { db, sellerId, actor, now }: Ctx,
  { returnId, eventId }: { returnId: string; eventId: string },
): Promise<Result<null, NotFound | MessageLeft>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<null, NotFound | MessageLeft>> => {
    await lockReturns(tx, sellerId, [returnId]);
    const found = await cancelMessage(tx, sellerId, returnId, eventId);
    if (!found) return refuse({ code: "not_found" });
    if (found.state === "left") return refuse({ code: "message_left" });
    if (found.state === "cancelled") return ok(null);
    const data = { subject: found.subject, isTakenBack: true };
    await addEvents(tx, [{ sellerId, returnId, kind: "messaged", actor, now, data }]);
    return ok(null);
  });
}
