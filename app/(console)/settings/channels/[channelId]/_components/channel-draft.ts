import type { SavedSettings } from "@/lib/channels/save-channel-settings";

/** The settings as they are typed. */
export type ChannelDraft = {
  undoSeconds: string;
  isMailOn: boolean;
  hasLinks: boolean;
  replyTo: string;
  instructions: string;
};

export const draftOf = ({ undoSeconds, requestMail, replyTo, instructions }: SavedSettings): ChannelDraft => ({
  undoSeconds: String(undoSeconds),
  isMailOn: requestMail.isOn,
  hasLinks: requestMail.hasLinks,
  replyTo: replyTo ?? "",
  instructions,
});

const FIELDS = ["undoSeconds", "isMailOn", "hasLinks", "replyTo", "instructions"] as const;

/** What two drafts do not agree on. */
export const differences = (a: ChannelDraft, b: ChannelDraft) => FIELDS.filter((field) => a[field] !== b[field]);

/** What was typed as a whole number; anything else is refused by the server as what it is. */
export const secondsIn = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));
