"use client";

import { useLocale, useTranslations } from "next-intl";
import { useReasonName } from "@/components/returns/reason-name";
import { formatPlainDate } from "@/lib/i18n/format";
import { oneMarketplace } from "@/lib/policy/judging/one-marketplace";
import type { ListFrame } from "@/lib/returns/returns-frame";
import type { ReturnFilter } from "@/lib/returns/shared/filter";

/** One filter that is on: what it says, and the list without it. */
export type ActiveFilter = { key: string; label: string; without: ReturnFilter };

/** Every filter that is on, readable alone. */
export function useActiveFilters(
  filter: ReturnFilter,
  { channels, members, tags }: Pick<ListFrame, "channels" | "members" | "tags">,
): ActiveFilter[] {
  const t = useTranslations("returns.filter");
  const locale = useLocale();
  const reasonName = useReasonName(oneMarketplace(channels, filter.channel));
  const day = (date: string) => formatPlainDate(date, { locale });
  const { q, due, verdict, channel, assignee, tag, sku, reason, from, to } = filter;
  const { isHandoverOpen, isHighValue, isStatusUnknown, isSnoozed, goods, refund, notDoneBy } = filter;
  const tagName = (one: string) => tags.find(({ id }) => id === one)?.name ?? t("unknownTag");
  const channelName = (one: string) => channels.find(({ id }) => id === one)?.name ?? t("unknownChannel");
  const whose = (one: string) =>
    one === "me" || one === "nobody"
      ? t(`assignee.${one}`)
      : (members.find(({ id }) => id === one)?.name ?? t("unknownMember"));
  const or = (values: readonly string[]) => values.join(t("or"));
  const on = (key: string, label: string, patch: Partial<ReturnFilter>) => ({
    key,
    label,
    without: { ...filter, ...patch },
  });
  return [
    ...(q ? [on("q", t("chip.q", { q }), { q: null })] : []),
    ...(due ? [on("due", t("chip.due", { due: t(`due.${due}`) }), { due: null })] : []),
    ...(verdict.length > 0
      ? [on("verdict", t("chip.verdict", { verdict: or(verdict.map((one) => t(`verdict.${one}`))) }), { verdict: [] })]
      : []),
    ...(channel.length > 0
      ? [on("channel", t("chip.channel", { channel: or(channel.map(channelName)) }), { channel: [] })]
      : []),
    ...(assignee.length > 0
      ? [on("assignee", t("chip.assignee", { name: or(assignee.map(whose)) }), { assignee: [] })]
      : []),
    ...(tag.length > 0 ? [on("tag", t("chip.tag", { tag: or(tag.map(tagName)) }), { tag: [] })] : []),
    ...(sku ? [on("sku", t("chip.sku", { sku }), { sku: null })] : []),
    ...(reason.length > 0
      ? [on("reason", t("chip.reason", { reason: or(reason.map((one) => reasonName(one))) }), { reason: [] })]
      : []),
    ...(from ? [on("from", t("chip.from", { date: day(from) }), { from: null })] : []),
    ...(to ? [on("to", t("chip.to", { date: day(to) }), { to: null })] : []),
    ...(isHandoverOpen ? [on("handover", t("handover"), { isHandoverOpen: false })] : []),
    ...(isHighValue ? [on("highValue", t("highValue"), { isHighValue: false })] : []),
    ...(goods ? [on("goods", t(`goods.${goods}`), { goods: null })] : []),
    ...(refund ? [on("refund", t(`refund.${refund}`), { refund: null })] : []),
    ...(isStatusUnknown ? [on("unknown", t("unknown"), { isStatusUnknown: false })] : []),
    ...(isSnoozed ? [on("snoozed", t("chip.snoozed"), { isSnoozed: false })] : []),
    ...(notDoneBy ? [on("job", t("chip.job"), { notDoneBy: null })] : []),
  ];
}
