import type { MailKey } from "@/db/queries/mailbox";
import { isId } from "@/lib/ids";
import { type MessageState, UNDELIVERED } from "@/lib/notifications/message";
import { paths } from "@/lib/paths";

export const SHOWS = ["all", "waiting", "undelivered", "kept"] as const;
export type Show = (typeof SHOWS)[number];

export const STATES_OF: Record<Show, readonly MessageState[] | null> = {
  all: null,
  waiting: ["queued", "sending"],
  undelivered: UNDELIVERED,
  kept: ["kept"],
};

export type MailView = { show: Show; after: MailKey | null; before: MailKey | null };
type Raw = Record<string, string | string[] | undefined>;

/** The mailbox's address; what it cannot read is left out. */
export function readMailView({ show, after, before }: Raw): MailView {
  return {
    show: SHOWS.find((known) => known === show) ?? "all",
    after: keyOf(after),
    before: after === undefined ? keyOf(before) : null,
  };
}

function keyOf(raw: Raw[string]): MailKey | null {
  if (typeof raw !== "string") return null;
  const [at = "", id = ""] = raw.split("~");
  const time = Date.parse(at);
  return Number.isNaN(time) || !isId(id) ? null : { at: new Date(time).toISOString(), id };
}

export const showHref = (show: Show): string => paths.mailbox(show === "all" ? undefined : show);

/** The page before or after a message. */
export function pageHref(show: Show, side: "after" | "before", { at, id }: { at: Date; id: string }): string {
  const query = new URLSearchParams({ ...(show === "all" ? {} : { show }), [side]: `${at.toISOString()}~${id}` });
  return `${paths.mailbox()}?${query}`;
}
