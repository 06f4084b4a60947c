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

type Asked = { sellerId: string; data: MessageData; appUrl: string; now: Date };
type Sent = { letter: Letter; recipients: { id: string | null; name: string | null; address: string | null }[] };
type Handler = (tx: Tx, asked: Asked) => Promise<Sent | null>;

const ofAccount =
  (kind: "newDevice" | "resetUsed"): Handler =>
  async (tx, { sellerId, data, appUrl, now }) => {
    const found = data.userId ? await findAccountLetter(tx, sellerId, data.userId) : null;
    if (!found) return null;
    const { user, seller } = found;
    return {
      letter: accountLetter(
        { ...user, kind, device: data.device ?? null, at: now },
        { appUrl, locale: memberLocale(user, seller), sellerName: seller.name },
      ),
      recipients: [{ id: user.id, name: user.name, address: user.email }],
    };
  };

/** Each `member.*` letter and the one it is for; null when the invite or the reset is no longer open. */
export const MEMBER_LETTERS = {
  "member.invited": async (tx, { sellerId, data, appUrl }) => {
    const invite = data.inviteId ? await findInviteLetter(tx, sellerId, data.inviteId) : null;
    if (!invite) return null;
    const context = { appUrl, locale: memberLocale(invite, invite.seller), sellerName: invite.seller.name };
    return {
      letter: invitedLetter({ ...invite, days: INVITE_DAYS }, context),
      recipients: [{ id: null, name: null, address: invite.email }],
    };
  },
  "member.reset": async (tx, { sellerId, data, appUrl }) => {
    const reset = data.resetId ? await findResetLetter(tx, sellerId, data.resetId) : null;
    if (!reset) return null;
    const { user, seller } = reset;
    return {
      letter: resetLetter(user, { appUrl, locale: memberLocale(user, seller), sellerName: seller.name }),
      recipients: [{ id: user.id, name: user.name, address: user.email }],
    };
  },
  "member.reset_used": ofAccount("resetUsed"),
  "member.new_device": ofAccount("newDevice"),
} satisfies Partial<Record<MessageKind, Handler>>;
export type MemberKind = keyof typeof MEMBER_LETTERS;
