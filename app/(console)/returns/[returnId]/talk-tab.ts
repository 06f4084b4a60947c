import type { DetailMessage } from "@/lib/returns/return-detail";

const TALK_TABS = ["conversation", "notes", "history"] as const;
export type TalkTab = (typeof TALK_TABS)[number];

/** Which of its tabs an address asks for; a link to all events asks for the history. */
export function talkTab(show: unknown, hasAllEvents: boolean): TalkTab {
  return TALK_TABS.find((tab) => tab === show) ?? (hasAllEvents ? "history" : "conversation");
}

/** Written to the buyer; everything else is a mail within the team. */
export const isToBuyer = ({ kind }: Pick<DetailMessage, "kind">): boolean => kind.startsWith("buyer.");
