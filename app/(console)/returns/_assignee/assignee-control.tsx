"use client";

import { clsx } from "clsx";
import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Menu } from "@/components/ui/menu";
import type { ListMember } from "@/lib/presence/presence";
import { type Team, useAssigneeChoices } from "./assignee-choices";
import { useHandOver } from "./use-hand-over";

type AssigneeControlProps = {
  item: { id: string; name: string; assignee: ListMember | null };
  /** Null where the person may give returns to nobody. */
  team: Team | null;
};

/** Whose task a return is, small enough for a row. */
export function AssigneeControl({ item, team }: AssigneeControlProps) {
  const { assignee } = item;
  if (team) return <AssigneeMenu item={item} team={team} />;
  return (
    assignee && (
      <span className="inline-flex max-w-full items-center gap-1.5 text-muted text-small">
        <Avatar name={assignee.name} />
        <span className="truncate">{assignee.name}</span>
      </span>
    )
  );
}

function AssigneeMenu({ item, team }: { item: AssigneeControlProps["item"]; team: Team }) {
  const t = useTranslations("assignee");
  const { shown, give } = useHandOver(item);
  const sections = useAssigneeChoices({ ...team, currentId: shown?.id ?? null, onChoose: give });
  return (
    <Menu
      align="start"
      sections={sections}
      trigger={
        <button
          type="button"
          aria-label={t("of", { number: item.name, name: shown?.name ?? t("nobody") })}
          title={shown ? undefined : t("assign")}
          className={clsx(
            "-ms-1 touchable inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-badge px-1 text-small hover:bg-sunken pointer-coarse:min-h-11",
            shown ? "text-muted" : "text-subtle",
          )}
        >
          {shown ? <Avatar name={shown.name} /> : <UserRoundPlus aria-hidden size={14} className="mx-0.75" />}
          {shown && <span className="truncate">{shown.name}</span>}
        </button>
      }
    />
  );
}
