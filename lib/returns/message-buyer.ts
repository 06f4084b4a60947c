import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { readingLanguage } from "@/lib/kernel/buyer-languages";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type Addressee, cancelMessages, findAddressee, listSentEvents } from "@/lib/messages/buyer-messages";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { addEvents, lockReturns } from "@/lib/platform/moves/add-events";
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

/** One message as it is written; `batch` names the act that it is part of. */
type Letter = { addressee: Addressee; subject: string; text: string; batch?: string | undefined };

const dedupeKeyOf = (returnId: string, key: string): string => `buyer.message:${returnId}:${key}`;

/** Leaves these in the outbox, held back like a decision; what was sent under the key before is the same message. */
export async function leaveMessages(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  key: string,
  letters: readonly Letter[],
): Promise<{ eventIds: string[]; at: Date }> {
  const sent = await listSentEvents(
    tx,
    sellerId,
    letters.map(({ addressee }) => dedupeKeyOf(addressee.id, key)),
  );
  const before = new Map(sent.map((row) => [row.dedupeKey, row]));
  const fresh = letters
    .filter(({ addressee }) => !before.has(dedupeKeyOf(addressee.id, key)))
    .map((letter) => ({ ...letter, eventId: newId(), returnId: letter.addressee.id }));
  await addEvents(
    tx,
    fresh.map(({ eventId, returnId, addressee, subject, text, batch }) => ({
      ...{ id: eventId, sellerId, returnId, kind: "messaged", actor, now },
      data: { subject, message: text, locale: readingLanguage(addressee.buyerLocale), ...(batch && { batch }) },
    })),
  );
  await writeTogether(
    tx,
    queuedMessages(
      sellerId,
      fresh.map(({ eventId, returnId, addressee, subject, text }) => ({
        kind: "buyer.message",
        returnId,
        eventId,
        dedupeKey: dedupeKeyOf(returnId, key),
        availableAt: new Date(now.getTime() + addressee.operation.undoSeconds * 1000),
        createdAt: now,
        data: { subject, text },
      })),
    ),
  );
  const known = sent.flatMap(({ eventId }) => eventId ?? []);
  return { eventIds: [...known, ...fresh.map(({ eventId }) => eventId)], at: sent[0]?.at ?? now };
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
    const { eventIds } = await leaveMessages(tx, { sellerId, actor, now }, key, [{ addressee, subject, text }]);
    return ok({ eventId: eventIds[0] ?? "" });
  });
}

/** Takes a message back while it waits in the outbox; refuses `message_left` afterwards. Taken back already is as good. */
export function undoMessage(
  { db, sellerId, actor, now }: Ctx,
  { returnId, eventId }: { returnId: string; eventId: string },
): Promise<Result<null, NotFound | MessageLeft>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<null, NotFound | MessageLeft>> => {
    await lockReturns(tx, sellerId, [returnId]);
    const [found] = await takeMessagesBack(
      tx,
      { sellerId, actor, now },
      { returnIds: [returnId], eventIds: [eventId] },
    );
    if (!found) return refuse({ code: "not_found" });
    return found.state === "left" ? refuse({ code: "message_left" }) : ok(null);
  });
}

/** Takes back those of these messages that still wait, with one event for each. */
export async function takeMessagesBack(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  meant: { returnIds: readonly string[]; eventIds: readonly string[] },
) {
  const found = await cancelMessages(tx, sellerId, meant);
  await addEvents(
    tx,
    found.flatMap(({ returnId, state, subject }) =>
      returnId === null || state !== "waiting"
        ? []
        : [{ sellerId, returnId, kind: "messaged", actor, now, data: { subject, isTakenBack: true } }],
    ),
  );
  return found;
}
