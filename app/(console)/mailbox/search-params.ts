import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import { MAIL_SHOWS, type MailShow } from "@/lib/messages/mail-shows";
import type { MailKey } from "@/lib/messages/mailbox";

export type MailView = { show: MailShow; after: MailKey | null; before: MailKey | null };
type Raw = Record<string, string | string[] | undefined>;

/** The mailbox's address; what it cannot read is left out. */
export function readMailView({ show, after, before }: Raw): MailView {
  return {
    show: MAIL_SHOWS.find((known) => known === show) ?? "all",
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

export const showHref = (show: MailShow): string => paths.mailbox(show === "all" ? undefined : show);

/** The page before or after a message. */
export function pageHref(show: MailShow, side: "after" | "before", { at, id }: { at: Date; id: string }): string {
  const query = new URLSearchParams({ ...(show === "all" ? {} : { show }), [side]: `${at.toISOString()}~${id}` });
  return `${paths.mailbox()}?${query}`;
}
