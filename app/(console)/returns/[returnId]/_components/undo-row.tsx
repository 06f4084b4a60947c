import { useTranslations } from "next-intl";
import type { ActionView } from "../action-views";
import type { FoundReturn } from "../read-return";
import { UndoButton } from "./undo-button";

/** Stands at the last decision in the timeline: its undo with the time left, or that it is too late (P-03). */
export function UndoRow({ found, undo }: { found: FoundReturn; undo: ActionView }) {
  const t = useTranslations("undo");
  const { item, lastEventId, undoUntil, now } = found;
  if (undo.refusal === null) {
    const act = lastEventId && { returnId: item.id, eventId: lastEventId, name: `R-${item.number}` };
    return act && undoUntil && <UndoButton act={act} until={undoUntil} now={now} />;
  }
  return <p className="text-muted text-small">{t(undo.refusal.code === "already_sent" ? "sent" : "over")}</p>;
}
