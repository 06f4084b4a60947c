import type { Tx } from "@/db/client";
import { isLocale, type Locale } from "@/lib/kernel/locale";
import { INVITE_DAYS } from "@/lib/policy/limits";
import type { MessageData, MessageKind } from "@/lib/policy/messages/message";
import type { Letter } from "./letter";
import { accountLetter, invitedLetter, resetLetter } from "./member-letter";
import { findAccountLetter, findInviteLetter, findResetLetter } from "./member-letter-facts";

type Speaks = { locale: string | null };

/** The language a member is written to in: their own, else the seller's, else English. */
export const memberLocale = (user: Speaks, seller: Speaks): Locale =>
  [user.locale, seller.locale].map((locale) => locale ?? undefined).find(isLocale) ?? "en";

type Told = { letter: Letter; recipients: { id: string | null; name: string | null; address: string | null }[] };

/** A `member.*` letter and the one it is for; null when the invite or the reset is no longer open. */
export async function toMember(
  tx: Tx,
  sellerId: string,
  { kind, data }: { kind: MessageKind; data: MessageData },
  { appUrl, now }: { appUrl: string; now: Date },
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
  if (kind !== "member.reset") return toldOfAccount(tx, sellerId, { kind, data }, { appUrl, now });
  const reset = data.resetId ? await findResetLetter(tx, sellerId, data.resetId) : null;
  if (!reset) return null;
  const { user, seller } = reset;
  return {
    letter: resetLetter(user, { appUrl, locale: memberLocale(user, seller), sellerName: seller.name }),
    recipients: [{ id: user.id, name: user.name, address: user.email }],
  };
}

async function toldOfAccount(
  tx: Tx,
  sellerId: string,
  { kind, data }: { kind: MessageKind; data: MessageData },
  { appUrl, now }: { appUrl: string; now: Date },
): Promise<Told | null> {
  const found = data.userId ? await findAccountLetter(tx, sellerId, data.userId) : null;
  if (!found) return null;
  const { user, seller } = found;
  const notice = {
    ...user,
    kind: kind === "member.new_device" ? ("newDevice" as const) : ("resetUsed" as const),
    device: data.device ?? null,
    at: now,
  };
  return {
    letter: accountLetter(notice, { appUrl, locale: memberLocale(user, seller), sellerName: seller.name }),
    recipients: [{ id: user.id, name: user.name, address: user.email }],
  };
}
