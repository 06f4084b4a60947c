"use client";

import { Ban, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { AnchoredMenu, type MenuEntry } from "@/components/ui/menu-popup";
import { byMove } from "@/lib/policy/machines/return/kinds-of-status";
import { type Team, useAssigneeChoices } from "../_assignee/assignee-choices";
import { useAssign } from "../_assignee/use-assign";
import type { ListRow, RowMove } from "../list-row";

type RowMenuProps = {
  row: ListRow;
  /** The button that asked for it. */
  anchor: HTMLElement;
  /** Null where the person's role decides nothing. */
  onMove: ((move: RowMove["move"], row: ListRow) => void) | null;
  onPeek: (id: string) => void;
  /** Null where the person may give returns to nobody. */
  team: Team | null;
  onClose: () => void;
};

/** The one menu of all rows: it is made when somebody asks for it. */
export function RowMenu({ row, anchor, onMove, onPeek, team, onClose }: RowMenuProps) {
  const t = useTranslations("returns.actions");
  const peek = useTranslations("peek");
  const words = useRefusalWords();
  const { assign } = useAssign();
  const { authorize, close } = byMove(row.moves);
  const { assignee } = row;
  const seenId = assignee?.id ?? null;
  const choices = useAssigneeChoices({
    ...(team ?? { user: { id: "", name: "" }, members: [] }),
    currentId: seenId,
    onChoose: (to) => void assign({ selection: { mode: "ids", ids: [row.id] }, to, one: { name: row.name, seenId } }),
  });
  const acts: MenuEntry[] = [
    ...(onMove && close && authorize && !authorize.refusal && !row.openHandover
      ? [
          {
            key: "close",
            label: t("close"),
            icon: <Ban aria-hidden size={16} />,
            shortcut: "c",
            isDisabled: close.refusal !== null,
            hint: close.refusal?.code === "prepaid_eligible" ? words({ code: "prepaid_eligible" }) : undefined,
            onSelect: () => onMove("close", row),
          },
        ]
      : []),
    {
      key: "peek",
      label: peek("action"),
      icon: <PanelRight aria-hidden size={16} />,
      shortcut: "Space",
      onSelect: () => onPeek(row.id),
    },
  ];
  const given = team
    ? choices.map((section, index) => (index === 0 ? { ...section, label: t("assign") } : section))
    : [];
  return <AnchoredMenu anchor={anchor} sections={[{ key: "row", entries: acts }, ...given]} onClose={onClose} />;
}
