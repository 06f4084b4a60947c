import { type MessageState, UNDELIVERED } from "@/lib/policy/messages/message";

/** The parts of the mailbox that can be looked at. */
export const MAIL_SHOWS = ["all", "waiting", "undelivered", "kept"] as const;
export type MailShow = (typeof MAIL_SHOWS)[number];

/** The states that stand in each; null: any. */
export const STATES_SHOWN: Record<MailShow, readonly MessageState[] | null> = {
  all: null,
  waiting: ["queued", "sending"],
  undelivered: UNDELIVERED,
  kept: ["kept"],
};
