"use client";

import { PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { AnchoredMenu, type MenuEntry } from "@/components/ui/menu-popup";
import type { BulkOffer, Decision } from "@/lib/policy/machines/return/return-machine";
import { type Team, useAssigneeChoices } from "../_assignee/assignee-choices";
import { useAssign } from "../_assignee/use-assign";
import type { ListRow } from "../list-row";
import { MOVE_ICONS } from "./use-selection-acts";

type RowMenuProps = {
  row: ListRow;
  /** The button that asked for it. */
  anchor: HTMLElement;
  /** Null where the person's role decides nothing. */
  offers: readonly BulkOffer[];
  onMove: ((move: Decision, row: ListRow) => void) | null;
  onPeek: (id: string) => void;
  /** Null where the person may give returns to nobody. */
  team: Team | null;
  onClose: () => void;
};

/** The one menu of all rows: it is made when somebody asks for it. */
export function RowMenu({ row, anchor, offers, onMove, onPeek, team, onClose }: RowMenuProps) {
  const t = useTranslations("returns.actions");
  const peek = useTranslations("peek");
  const words = useRefusalWords();
  const { assign } = useAssign();
  // The first is the button of the row.
  const [first, ...others] = row.moves;
  const { assignee } = row;
  const seenId = assignee?.id ?? null;
  const choices = useAssigneeChoices({
    ...(team ?? { user: { id: "", name: "" }, members: [] }),
    currentId: seenId,
    onChoose: (to) => void assign({ selection: { mode: "ids", ids: [row.id] }, to, one: { name: row.name, seenId } }),
  });
  const acts: MenuEntry[] = [
    ...(onMove && first && !first.refusal && !row.openHandover ? others : []).map(({ move, refusal }) => ({
      key: move,
      label: t(move),
      icon: MOVE_ICONS[move],
      shortcut: offers.find((offer) => offer.move === move)?.key ?? undefined,
      isDisabled: refusal !== null,
      hint: refusal ? words(refusal) : undefined,
      onSelect: () => onMove?.(move, row),
    })),
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
