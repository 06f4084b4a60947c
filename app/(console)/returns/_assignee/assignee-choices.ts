"use client";

import { useTranslations } from "next-intl";
import type { MenuSection } from "@/components/ui/menu";
import type { ListMember } from "@/lib/presence/presence";

/** The one who looks, and those who may be given a return. */
export type Team = { user: ListMember; members: readonly ListMember[] };

type Choices = Team & {
  /** Whose it is now; undefined where that differs. */
  currentId: string | null | undefined;
  onChoose: (to: ListMember | null) => void;
};

/** Oneself, nobody, or another member. */
export function useAssigneeChoices({ user, members, currentId, onChoose }: Choices): readonly MenuSection[] {
  const t = useTranslations("assignee");
  const entry = (to: ListMember | null, label: string) => ({
    key: to?.id ?? "nobody",
    label,
    onSelect: () => onChoose(to),
    ...(currentId === undefined ? {} : { isChecked: (to?.id ?? null) === currentId }),
  });
  const self = members.find(({ id }) => id === user.id);
  const others = members.filter(({ id }) => id !== user.id);
  return [
    { key: "self", entries: [...(self ? [entry(self, t("me"))] : []), entry(null, t("nobody"))] },
    ...(others.length > 0
      ? [{ key: "others", label: t("members"), entries: others.map((member) => entry(member, member.name)) }]
      : []),
  ];
}
