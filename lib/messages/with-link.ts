import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { linkOf } from "@/lib/platform/buyers";
import { buyerToken, inviteToken, resetToken } from "@/lib/platform/link-token";
import { HIDDEN_TOKEN } from "./member-letter";
import { findMessageData, type SendingMessage } from "./messages";

/** The message as its reader gets it: a personal link is put in on the way out, and kept nowhere. */
export async function withLink(
  db: Db,
  sellerId: string,
  message: SendingMessage,
  secret: string,
): Promise<SendingMessage> {
  const token = await tokenFor(db, sellerId, message, secret);
  if (token === null) return message;
  const filled = (text: string) => text.replaceAll(HIDDEN_TOKEN, token);
  return { ...message, text: filled(message.text), html: filled(message.html) };
}

async function tokenFor(db: Db, sellerId: string, message: SendingMessage, secret: string): Promise<string | null> {
  const { kind, returnId, id } = message;
  if (kind.startsWith("buyer.") && returnId && message.text.includes(HIDDEN_TOKEN)) {
    const linkId = await withSeller(db, sellerId, (tx) => linkOf(tx, sellerId, returnId, new Date()));
    return buyerToken.write(secret, { sellerId, linkId });
  }
  if (kind !== "member.invited" && kind !== "member.reset") return null;
  const { inviteId, resetId } = await withSeller(db, sellerId, (tx) => findMessageData(tx, sellerId, id));
  if (inviteId) return inviteToken(secret, { sellerId, inviteId, isMailed: true });
  return resetId ? resetToken(secret, resetId) : null;
}
