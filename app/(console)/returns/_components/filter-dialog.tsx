"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useReasonName } from "@/components/returns/reason-name";
import { useArea } from "@/components/ui/busy-area";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { oneMarketplace } from "@/lib/policy/judging/one-marketplace";
import type { ListMember } from "@/lib/presence/presence";
import type { ListChannel, ListFrame } from "@/lib/returns/returns-frame";
import {
  type CountedValue,
  DUE_FILTERS,
  emptyFilter,
  type ReturnFilter,
  VERDICT_FILTERS,
} from "@/lib/returns/shared/filter";
import { type Kept, listHref } from "@/lib/returns/shared/list-view";

const SEVERAL = "~several";

type FilterDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  filter: ReturnFilter;
  kept: Kept;
  channels: readonly ListChannel[];
  members: readonly ListMember[];
  reasons: readonly string[];
  tags: ListFrame["tags"];
};

/** All filters at once: on a phone instead of the menus, elsewhere for the dates. */
export function FilterDialog({ isOpen, onClose, filter, kept, channels, members, reasons, tags }: FilterDialogProps) {
  const t = useTranslations("returns.filter");
  const reasonName = useReasonName(oneMarketplace(channels, filter.channel));
  const { go } = useArea();
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "").trim() || null;
    // A choice of several that was made elsewhere stays as long as nobody chooses another here.
    const some = (name: CountedValue) => (text(name) === SEVERAL ? [...filter[name]] : [text(name) ?? []].flat());
    const next = {
      ...filter,
      due: DUE_FILTERS.find((due) => due === text("due")) ?? null,
      verdict: VERDICT_FILTERS.filter((verdict) => some("verdict").includes(verdict)),
      channel: some("channel"),
      assignee: some("assignee"),
      reason: some("reason"),
      tag: some("tag"),
      sku: text("sku"),
      from: text("from"),
      to: text("to"),
      isHandoverOpen: data.get("handover") !== null,
      isHighValue: data.get("highValue") !== null,
    };
    go(listHref(next, kept));
    onClose();
  };
  const reset = () => {
    go(listHref({ ...emptyFilter(filter.tab), sort: filter.sort, q: filter.q }, kept));
    onClose();
  };
  const selects = [
    { name: "due", options: DUE_FILTERS.map((due) => [due, t(`due.${due}`)] as const) },
    { name: "verdict", options: VERDICT_FILTERS.map((verdict) => [verdict, t(`verdict.${verdict}`)] as const) },
    { name: "channel", options: channels.map(({ id, name }) => [id, name] as const) },
    {
      name: "assignee",
      options: [
        ["me", t("assignee.me")],
        ["nobody", t("assignee.nobody")],
        ...members.map(({ id, name }) => [id, name] as const),
      ],
    },
    { name: "reason", options: reasons.map((reason) => [reason, reasonName(reason)] as const) },
    { name: "tag", options: tags.map(({ id, name }) => [id, name] as const) },
  ] as const;
  const chosen = (name: (typeof selects)[number]["name"]) => {
    const [first, ...others] = [filter[name] ?? []].flat();
    return others.length > 0 ? SEVERAL : (first ?? "");
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("title")}
      onSubmit={apply}
      footer={
        <>
          <Button onClick={reset}>{t("clear")}</Button>
          <Button type="submit" variant="primary">
            {t("apply")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        {selects
          .filter(({ options }) => options.length > 0)
          .map(({ name, options }) => (
            <Field key={name} label={t(`menu.${name === "verdict" ? "policy" : name}`)}>
              <Select name={name} defaultValue={chosen(name)}>
                <option value="">{t("any")}</option>
                {chosen(name) === SEVERAL && (
                  <option value={SEVERAL}>{t("several", { count: [filter[name] ?? []].flat().length })}</option>
                )}
                {options.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        <Field label={t("sku")}>
          <Input name="sku" maxLength={200} defaultValue={filter.sku ?? ""} />
        </Field>
        <Field label={t("from")}>
          <Input name="from" type="date" defaultValue={filter.from ?? ""} />
        </Field>
        <Field label={t("to")}>
          <Input name="to" type="date" defaultValue={filter.to ?? ""} />
        </Field>
        <Checkbox name="handover" defaultChecked={filter.isHandoverOpen} label={t("handover")} />
        <Checkbox name="highValue" defaultChecked={filter.isHighValue} label={t("highValue")} />
      </div>
    </Dialog>
  );
}
