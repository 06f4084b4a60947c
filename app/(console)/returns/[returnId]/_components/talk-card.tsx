import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Timeline } from "@/components/returns/timeline";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { Permission } from "@/lib/policy/permissions";
import type { ActionView } from "../action-views";
import type { FoundReturn } from "../read-return";
import { Conversation, isToBuyer, type TalkTab } from "./conversation";
import { MoreEvents } from "./more-events";
import { NoteForm } from "./note-form";
import { TeamMails } from "./team-mails";
import { UndoRow } from "./undo-row";

type TalkCardProps = {
  found: FoundReturn;
  shown: TalkTab;
  tabHref: (tab: TalkTab) => string;
  permissions: readonly Permission[];
  undo: ActionView | undefined;
};

/** What was said with the buyer, what the team noted, and what happened: three tabs, never mixed. */
export function TalkCard({ found, shown, tabHref, permissions, undo }: TalkCardProps) {
  const t = useTranslations("detail.talk");
  const { item, events, hasMoreEvents, now } = found;
  const notes = events.filter(({ data }) => data.text !== null || data.note !== null);
  const conversed = item.messages.filter(isToBuyer).length + (item.buyerComment ? 1 : 0);
  const tabs: readonly [TalkTab, number, string][] = [
    ["conversation", conversed, String(conversed)],
    ["notes", notes.length, String(notes.length)],
    ["history", events.length, hasMoreEvents ? `${events.length}+` : String(events.length)],
  ];
  const mayWrite = permissions.includes("returns:decide");
  const shared = { marketplace: item.channel.marketplace, now, bulkActHref: paths.bulkAct };
  const more = hasMoreEvents && <MoreEvents returnId={item.id} />;
  const panels: Record<TalkTab, () => ReactNode> = {
    conversation: () => <Conversation item={item} mayWrite={mayWrite} />,
    notes: () => (
      <Timeline
        {...shared}
        events={notes}
        empty={t("noNotes")}
        noteForm={permissions.includes("returns:note") && <NoteForm returnId={item.id} />}
        more={more}
      />
    ),
    history: () => (
      <>
        <Timeline
          {...shared}
          events={events}
          undo={undo?.refusal && undo.refusal.code !== "forbidden" && <UndoRow found={found} undo={undo} />}
          more={more}
        />
        <TeamMails messages={item.messages.filter((message) => !isToBuyer(message))} />
      </>
    ),
  };
  return (
    <section aria-label={t(shown)} id="timeline" className="overflow-clip rounded-card border border-line bg-surface">
      <header className="flex min-h-10 items-center gap-x-4 border-line border-b px-4">
        <h2 className="min-w-0 truncate heading text-body max-md:sr-only">
          <span dir="auto">{shownText(item.order.buyerName ?? t("buyer"))}</span>
        </h2>
        <nav aria-label={t("label")} className="self-stretch text-small md:ms-auto print:hidden">
          <ul className="flex h-full gap-x-3.5">
            {tabs.map(([tab, count, shownCount]) => (
              <li key={tab} className="flex">
                <Link
                  href={tabHref(tab)}
                  scroll={false}
                  aria-current={tab === shown ? "page" : undefined}
                  className={clsx(
                    "-mb-px -outline-offset-2 flex items-center gap-1.25 border-b-2 pointer-coarse:min-h-11",
                    tab === shown ? "border-accent font-medium" : "border-transparent text-muted hover:text-fg",
                  )}
                >
                  {t(tab)}
                  {count > 0 && <span className="text-micro text-subtle tabular-nums">{shownCount}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {panels[shown]()}
    </section>
  );
}
