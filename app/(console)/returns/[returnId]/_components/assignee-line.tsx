"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/menu";
import type { ListMember } from "@/lib/presence/presence";
import { type Team, useAssigneeChoices } from "../../_assignee/assignee-choices";
import { useHandOver } from "../../_assignee/use-hand-over";

type AssigneeLineProps = {
  item: { id: string; name: string; assignee: ListMember | null };
  userId: string;
  /** Null where the person may give returns to nobody. */
  team: Team | null;
};

/** Whose task the return is; who may give it away has the menu there. */
export function AssigneeLine({ item, userId, team }: AssigneeLineProps) {
  const t = useTranslations("assignee");
  const { shown, give } = useHandOver(item);
  const words = t.rich("line", {
    who: shown === null ? "nobody" : shown.id === userId ? "you" : "other",
    name: shown?.name ?? "",
    b: (text) => <b className="font-medium text-fg">{text}</b>,
  });
  if (!team) return <span>{words}</span>;
  return <AssigneeMenu team={team} currentId={shown?.id ?? null} words={words} onChoose={give} />;
}

type AssigneeMenuProps = {
  team: Team;
  currentId: string | null;
  words: ReactNode;
  onChoose: (to: ListMember | null) => void;
};

function AssigneeMenu({ team, currentId, words, onChoose }: AssigneeMenuProps) {
  const sections = useAssigneeChoices({ ...team, currentId, onChoose });
  return (
    <Menu
      sections={sections}
      trigger={
        <button
          type="button"
          className="inline-flex items-center gap-0.5 rounded-badge hover:text-fg pointer-coarse:min-h-11"
        >
          <span>{words}</span>
          <ChevronDown aria-hidden size={14} />
        </button>
      }
    />
  );
}
