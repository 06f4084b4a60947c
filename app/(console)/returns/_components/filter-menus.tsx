"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReasonName } from "@/components/returns/reason-name";
import { Button } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { oneMarketplace } from "@/lib/policy/judging/one-marketplace";
import type { ListMember } from "@/lib/presence/presence";
import type { ListChannel } from "@/lib/returns/returns-frame";
import { DUE_FILTERS, type ReturnFilter, VERDICT_FILTERS } from "@/lib/returns/shared/filter";
import { type Kept, listHref } from "@/lib/returns/shared/list-view";

type FilterMenusProps = {
  filter: ReturnFilter;
  kept: Kept;
  channels: readonly ListChannel[];
  members: readonly ListMember[];
  reasons: readonly string[];
};

/** The filters of one choice each, as menus of links: every choice has an address. */
export function FilterMenus({ filter, kept, channels, members, reasons }: FilterMenusProps) {
  const t = useTranslations("returns.filter");
  const reasonName = useReasonName(oneMarketplace(channels, filter.channel));
  const choices = <Key extends "due" | "verdict" | "channel" | "assignee" | "reason">(
    key: Key,
    values: readonly NonNullable<ReturnFilter[Key]>[],
    label: (value: NonNullable<ReturnFilter[Key]>) => string,
  ): MenuEntry[] =>
    [null, ...values].map((value) => ({
      key: value ?? "any",
      label: value === null ? t("any") : label(value),
      href: listHref({ ...filter, [key]: value }, kept),
      isChecked: filter[key] === value,
    }));
  const menus = [
    { key: "due", entries: choices("due", DUE_FILTERS, (due) => t(`due.${due}`)) },
    { key: "policy", entries: choices("verdict", VERDICT_FILTERS, (verdict) => t(`verdict.${verdict}`)) },
    {
      key: "channel",
      entries: choices(
        "channel",
        channels.map(({ id }) => id),
        (id) => channels.find((channel) => channel.id === id)?.name ?? id,
      ),
    },
    {
      key: "assignee",
      entries: choices("assignee", ["me", "nobody", ...members.map(({ id }) => id)], (whose) =>
        whose === "me" || whose === "nobody"
          ? t(`assignee.${whose}`)
          : (members.find(({ id }) => id === whose)?.name ?? whose),
      ),
    },
    { key: "reason", entries: choices("reason", reasons, reasonName) },
  ] as const;
  return menus.map(({ key, entries }) => (
    <Menu
      key={key}
      align="start"
      trigger={
        <Button size="sm" className="shrink-0 whitespace-nowrap max-rail:hidden">
          {t(`menu.${key}`)}
          <ChevronDown aria-hidden size={15} className="text-subtle" />
        </Button>
      }
      sections={[{ key, entries }]}
    />
  ));
}
