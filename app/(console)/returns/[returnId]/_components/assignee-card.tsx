"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Menu } from "@/components/ui/menu";
import type { ListMember } from "@/lib/presence/presence";
import { type Team, useAssigneeChoices } from "../../_assignee/assignee-choices";
import { useHandOver } from "../../_assignee/use-hand-over";

type AssigneeCardProps = {
  item: { id: string; name: string; assignee: ListMember | null };
  /** Null where the person may give returns to nobody. */
  team: Team | null;
};

/** Whose task the return is, and who else could have it. */
export function AssigneeCard({ item, team }: AssigneeCardProps) {
  const t = useTranslations("assignee");
  const { shown, give } = useHandOver(item);
  const isMember = team?.members.some(({ id }) => id === team.user.id) ?? false;
  return (
    <Card id="assignee" title={t("title")}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        {shown ? (
          <span className="inline-flex min-w-0 items-center gap-2">
            <Avatar name={shown.name} />
            <span className="truncate font-medium">{shown.name}</span>
          </span>
        ) : (
          <span className="text-muted">{t("none")}</span>
        )}
        {team && (
          <span className="flex flex-wrap gap-2 print:hidden">
            {isMember && shown?.id !== team.user.id && (
              <Button size="sm" onClick={() => give(team.user)}>
                {t("toMe")}
              </Button>
            )}
            <ChangeMenu team={team} currentId={shown?.id ?? null} onChoose={give} />
          </span>
        )}
      </div>
    </Card>
  );
}

type ChangeMenuProps = { team: Team; currentId: string | null; onChoose: (to: ListMember | null) => void };

function ChangeMenu({ team, currentId, onChoose }: ChangeMenuProps) {
  const t = useTranslations("assignee");
  const sections = useAssigneeChoices({ ...team, currentId, onChoose });
  return (
    <Menu sections={sections} trigger={<Button size="sm">{currentId === null ? t("assign") : t("change")}</Button>} />
  );
}
