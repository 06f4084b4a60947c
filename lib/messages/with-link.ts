import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { inviteToken, resetToken } from "@/lib/platform/link-token";
import { HIDDEN_TOKEN } from "./member-letter";
import { findMessageData, type SendingMessage } from "./messages";

/** The message as its reader gets it: a personal link is put in on the way out, and kept nowhere. */
export async function withLink(
  db: Db,
  sellerId: string,
  message: SendingMessage,
  secret: string,
): Promise<SendingMessage> {
  if (message.kind !== "member.invited" && message.kind !== "member.reset") return message;
  const { inviteId, resetId } = await withSeller(db, sellerId, (tx) => findMessageData(tx, sellerId, message.id));
  const token = inviteId
    ? inviteToken(secret, { sellerId, inviteId, isMailed: true })
    : resetId
      ? resetToken(secret, resetId)
      : null;
  if (token === null) return message;
  const filled = (text: string) => text.replaceAll(HIDDEN_TOKEN, token);
  return { ...message, text: filled(message.text), html: filled(message.html) };
}
