"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { notify } from "@/components/ui/notify";
import { RETURNS_AT_ONCE } from "@/lib/policy/limits";
import type { ListMember } from "@/lib/presence/presence";
import { useSelection } from "../_components/selection-context";
import { type Team, useAssigneeChoices } from "./assignee-choices";
import { useAssign } from "./use-assign";

/** Gives all that is selected to somebody; what was given leaves the selection. */
export function AssignSelected({ team }: { team: Team }) {
  const t = useTranslations("assignee");
  const { count, clear, toRequest } = useSelection();
  const { assign, isRunning } = useAssign();
  const give = async (to: ListMember | null) => {
    if (count !== null && count > RETURNS_AT_ONCE) {
      notify({ title: t("tooMany", { count, limit: RETURNS_AT_ONCE }), tone: "warning" });
      return;
    }
    if (await assign({ selection: toRequest(), to })) clear();
  };
  const sections = useAssigneeChoices({ ...team, currentId: undefined, onChoose: (to) => void give(to) });
  return (
    <Menu
      sections={sections}
      trigger={
        <Button size="sm" className="whitespace-nowrap max-md:flex-auto" isLoading={isRunning}>
          {t("assignSelected")}
        </Button>
      }
    />
  );
}
