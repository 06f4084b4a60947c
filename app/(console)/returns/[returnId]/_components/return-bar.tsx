import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { isAsleep, snoozeRefused } from "@/lib/policy/machines/return/snooze";
import { REACH } from "@/lib/policy/reach";
import { AlsoHere } from "../../_presence/also-here";
import type { ActionView } from "../action-views";
import type { FoundReturn } from "../read-return";
import { ReturnActions } from "./return-actions";
import { isRefundNext } from "./todo-sentence";

type ReturnBarProps = {
  found: FoundReturn;
  actions: readonly ActionView[];
  back: { href: string; label: string };
  /** Where in its list the return stands, with the ways to those beside it. */
  queue?: ReactNode;
  /** The dialog that a link in a mail asks for (S1-17). */
  opensWith: string | null;
  mayNote: boolean;
  mayRefund: boolean;
};

/** Stays at the top: the way back to the list, who else is here, and what can be done. */
export function ReturnBar({ found, actions, back, queue, opensWith, mayNote, mayRefund }: ReturnBarProps) {
  const t = useTranslations("detail.head");
  const { item, lastMove, lastEventId, undoSeconds } = found;
  return (
    <div className="-mx-4 md:-mx-6 -mt-4 md:-mt-5 sticky top-0 z-20 mb-3 flex min-h-12 items-center gap-2 border-line border-b bg-surface px-4 py-1 md:min-h-11 md:px-6 print:hidden">
      <Link
        href={back.href}
        aria-label={t("back", { list: back.label })}
        className="-ms-1 inline-flex shrink-0 items-center gap-0.5 rounded-badge pe-1 text-muted hover:text-fg pointer-coarse:min-h-11"
      >
        <ChevronLeft aria-hidden size={18} />
        <span className="truncate">{back.label}</span>
      </Link>
      {queue}
      <AlsoHere returnId={item.id} />
      <ReturnActions
        returnId={item.id}
        number={`R-${item.number}`}
        marketplace={item.channel.marketplace}
        mustBeTold={REACH[item.channel.mode].mustBeTold}
        lastMove={lastMove}
        lastEventId={lastEventId}
        undoSeconds={undoSeconds}
        actions={actions}
        isClear={found.isClear}
        refund={mayRefund ? found.offer : null}
        isRefundNext={mayRefund && isRefundNext(found)}
        opensWith={opensWith}
        marks={{
          tags: item.tags.map(({ name }) => name),
          isSnoozed: item.snooze !== null && isAsleep(item.snooze.until, item.nextDueAt, found.now),
          snoozeRefusal: snoozeRefused(item, found.now),
        }}
        mayNote={mayNote}
      />
    </div>
  );
}
