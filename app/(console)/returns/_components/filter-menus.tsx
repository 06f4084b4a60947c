"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReasonName } from "@/components/returns/reason-name";
import { Button } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";
import { Menu } from "@/components/ui/menu";
import { oneMarketplace } from "@/lib/policy/judging/one-marketplace";
import type { ListMember } from "@/lib/presence/presence";
import type { ListChannel, ListFrame } from "@/lib/returns/returns-frame";
import {
  COUNTED_VALUES,
  type CountedValue,
  DUE_FILTERS,
  type FilterValue,
  type ReturnFilter,
  VERDICT_FILTERS,
} from "@/lib/returns/shared/filter";
import { type Kept, listHref } from "@/lib/returns/shared/list-view";

const ValuesPopover = lazily(() => import("./values-popover").then((module) => module.ValuesPopover));

type FilterMenusProps = {
  filter: ReturnFilter;
  kept: Kept;
  channels: readonly ListChannel[];
  members: readonly ListMember[];
  reasons: readonly string[];
  tags: ListFrame["tags"];
};

const LOOK = "shrink-0 whitespace-nowrap max-rail:hidden";

/** The filters beside the search: what is due as links, the others as boxes of which several may be on. */
export function FilterMenus({ filter, kept, channels, members, reasons, tags }: FilterMenusProps) {
  const t = useTranslations("returns.filter");
  const reasonName = useReasonName(oneMarketplace(channels, filter.channel));
  const [open, setOpen] = useState<{ by: CountedValue; anchor: HTMLElement } | null>(null);
  const values: Record<CountedValue, readonly FilterValue[]> = {
    verdict: VERDICT_FILTERS.map((verdict) => ({ value: verdict, label: t(`verdict.${verdict}`) })),
    channel: channels.map(({ id, name }) => ({ value: id, label: name })),
    assignee: [
      { value: "me", label: t("assignee.me") },
      { value: "nobody", label: t("assignee.nobody") },
      ...members.map(({ id, name }) => ({ value: id, label: name })),
    ],
    reason: reasons.map((reason) => ({ value: reason, label: reasonName(reason) })),
    tag: tags.map(({ id, name }) => ({ value: id, label: name })),
  };
  const nameOf = (by: CountedValue) => t(`menu.${by === "verdict" ? "policy" : by}`);
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button size="sm" className={clsx(LOOK, filter.due && "border-accent! bg-selected!")}>
            {t("menu.due")}
            <ChevronDown aria-hidden size={15} className="text-subtle" />
          </Button>
        }
        sections={[
          {
            key: "due",
            entries: [null, ...DUE_FILTERS].map((due) => ({
              key: due ?? "any",
              label: due === null ? t("any") : t(`due.${due}`),
              href: listHref({ ...filter, due }, kept),
              isChecked: filter.due === due,
            })),
          },
        ]}
      />
      {COUNTED_VALUES.filter((by) => values[by].length > 0).map((by) => (
        <Button
          key={by}
          size="sm"
          className={clsx(LOOK, filter[by].length > 0 && "border-accent! bg-selected!")}
          aria-haspopup="dialog"
          aria-expanded={open?.by === by}
          onClick={(event) => setOpen({ by, anchor: event.currentTarget })}
        >
          {filter[by].length > 0 ? t("chosen", { name: nameOf(by), count: filter[by].length }) : nameOf(by)}
          <ChevronDown aria-hidden size={15} className="text-subtle" />
        </Button>
      ))}
      {open && (
        <ValuesPopover
          key={open.by}
          {...open}
          name={nameOf(open.by)}
          values={values[open.by]}
          filter={filter}
          kept={kept}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
