import type { Tx } from "@/db/client";
import { findInviteLetter, findResetLetter } from "@/db/queries/invites";
import { INVITE_DAYS } from "../accounts/invite-days";
import type { Letter } from "./letter";
import { invitedLetter, resetLetter } from "./member-letter";
import { memberLocale } from "./member-locale";
import type { MessageData, MessageKind } from "./message";

type Told = { letter: Letter; recipients: { id: string | null; name: string | null; address: string | null }[] };

/** A `member.*` letter and the one it is for; null when the invite or the reset is no longer open. */
export async function toMember(
  tx: Tx,
  sellerId: string,
  { kind, data }: { kind: MessageKind; data: MessageData },
  appUrl: string,
): Promise<Told | null> {
  if (kind === "member.invited") {
    const invite = data.inviteId ? await findInviteLetter(tx, sellerId, data.inviteId) : null;
    if (!invite) return null;
    const context = { appUrl, locale: memberLocale(invite, invite.seller), sellerName: invite.seller.name };
    return {
      letter: invitedLetter({ ...invite, days: INVITE_DAYS }, context),
      recipients: [{ id: null, name: null, address: invite.email }],
    };
  }
  const reset = data.resetId ? await findResetLetter(tx, sellerId, data.resetId) : null;
  if (!reset) return null;
  const { user, seller } = reset;
  return {
    letter: resetLetter(user, { appUrl, locale: memberLocale(user, seller), sellerName: seller.name }),
    recipients: [{ id: user.id, name: user.name, address: user.email }],
  };
}
