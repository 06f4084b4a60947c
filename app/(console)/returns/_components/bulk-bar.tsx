"use client";

import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Shortcut } from "@/components/ui/shortcut";
import { formatClock } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import type { BulkMove, BulkOffer } from "@/lib/policy/machines/return/return-machine";
import { AssignSelected } from "../_assignee/assign-selected";
import type { Team } from "../_assignee/assignee-choices";
import { MoreSelected } from "../_marks/more-selected";
import { RefundSelected } from "../_marks/refund-selected";
import type { ListRow } from "../list-row";
import { useSelection } from "./selection-context";

type BulkBarProps = {
  rows: readonly ListRow[];
  /** How many of the selected stand on this page. */
  onPage: number;
  /** How many match the filter as it stands; over a thousand are not counted before somebody asks. */
  matching: number;
  onSelectMatching: () => void;
  /** What can be done with them here, the first of it as what is wanted most; print is null where nothing is to be printed. */
  offers: readonly BulkOffer[];
  onMove: (move: BulkMove) => void;
  onPrint: (() => void) | null;
  /** Whether goods are here that came, and the person may give money back. */
  canRefund: boolean;
  /** Null where the person may give returns to nobody. */
  team: Team | null;
};

/** The values of returns, currency by currency; null where one of them has none. */
function sumsOf(rows: readonly ListRow[]): [string, number][] | null {
  const sums = new Map<string, number>();
  for (const { valueMinor, currency } of rows) {
    if (valueMinor === null) return null;
    sums.set(currency, (sums.get(currency) ?? 0) + valueMinor);
  }
  return [...sums];
}

/** What is selected and what can be done with it; stands in the filters' place, or at the foot of a narrow screen. */
export function BulkBar(props: BulkBarProps) {
  const { rows, onPage, matching, onSelectMatching, offers, onMove, onPrint, canRefund, team } = props;
  const t = useTranslations("returns.bulk");
  const actions = useTranslations("returns.actions");
  const print = useTranslations("print");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const { state, count, has, clear } = useSelection();
  const total = { total: Math.min(matching, 1000), isMore: String(matching > 1000) };
  const isAllHere = count !== null && count === onPage;
  const sums = isAllHere ? sumsOf(rows.filter(has)) : null;
  const beside =
    state.mode === "query"
      ? state.total !== null &&
        t("allMatching", {
          total: state.total,
          time: formatClock(state.snapshotAt, timeZone),
          excluded: state.excludedIds.size,
        })
      : isAllHere || count === null
        ? sums?.map(([currency, amountMinor]) => formatMoney({ amountMinor, currency }, locale)).join(" · ")
        : t("elsewhere", { count: count - onPage });
  // Acts stand in the order of how often they are wanted; what comes later goes before the space.
  return (
    <section
      aria-label={t("region")}
      className="flex min-h-8 flex-wrap items-center gap-1.5 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-40 max-md:border-line max-md:border-t max-md:bg-surface max-md:px-4 max-md:pt-2 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))] md:my-2.5 md:h-8 md:flex-nowrap"
    >
      <p className="me-2 truncate ps-0.5 tabular-nums max-md:w-full">
        <strong className="font-medium">{count === null ? t("counting") : t("selected", { count })}</strong>
        {beside && <span className="ms-2 text-muted text-small">{beside}</span>}
      </p>
      {offers.map(({ move }, index) => (
        <Button
          key={move}
          size="sm"
          variant={index === 0 ? "primary" : "secondary"}
          className="whitespace-nowrap max-md:flex-auto"
          onClick={() => onMove(move)}
        >
          {count === null ? actions(move) : t(move, { count })}
        </Button>
      ))}
      {canRefund && <RefundSelected />}
      {onPrint && (
        <Button
          size="sm"
          variant={offers.length > 0 ? "secondary" : "primary"}
          className="whitespace-nowrap max-md:flex-auto"
          onClick={onPrint}
        >
          {print("bulk")}
        </Button>
      )}
      {team && <AssignSelected team={team} />}
      {team && <MoreSelected />}
      <span className="md:flex-1" />
      {state.mode === "ids" && matching > onPage && (
        <Button size="sm" variant="ghost" className="whitespace-nowrap text-link!" onClick={onSelectMatching}>
          {t("selectMatching", total)}
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={clear}>
        {t("clear")}
        <span aria-hidden className="pointer-coarse:hidden">
          <Shortcut of="Esc" />
        </span>
      </Button>
    </section>
  );
}
