"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { formatClock } from "@/lib/i18n/format";
import { AssignSelected } from "../_assignee/assign-selected";
import type { Team } from "../_assignee/assignee-choices";
import { useSelection } from "./selection-context";

type BulkBarProps = {
  /** How many of the selected stand on this page. */
  onPage: number;
  isPageSelected: boolean;
  /** How many match the filter as it stands; over a thousand are not counted before somebody asks. */
  matching: number;
  onSelectMatching: () => void;
  /** What can be done with them here; null stands for what cannot. */
  onAuthorize: (() => void) | null;
  onClose: (() => void) | null;
  onPrint: (() => void) | null;
  /** Null where the person may give returns to nobody. */
  team: Team | null;
};

const LINK = "rounded-badge underline underline-offset-3 hover:decoration-2";
const BUTTON =
  "touchable inline-flex min-h-8 items-center justify-center rounded-control border px-3 text-center font-medium text-small max-lg:min-h-11 max-lg:flex-auto whitespace-nowrap focus-visible:outline-canvas";
const MAIN = `${BUTTON} border-canvas bg-canvas text-fg hover:bg-canvas/90`;
const QUIET = `${BUTTON} border-canvas/35 hover:border-canvas`;

/** What is selected and what can be done with it; stands in the filters' place, or at the foot of a narrow screen. */
export function BulkBar(props: BulkBarProps) {
  const { onPage, isPageSelected, matching, onSelectMatching, onAuthorize, onClose, onPrint, team } = props;
  const t = useTranslations("returns.bulk");
  const print = useTranslations("print");
  const timeZone = useTimeZone() ?? "UTC";
  const { state, count, clear } = useSelection();
  const canTakeAll = state.mode === "ids" && matching > onPage;
  const total = { total: Math.min(matching, 1000), isMore: String(matching > 1000) };
  return (
    <section
      aria-label={t("region")}
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 bg-fg px-3.5 py-1.25 text-canvas max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-40 max-lg:pb-[max(0.625rem,env(safe-area-inset-bottom))] lg:rounded-card lg:pe-2"
    >
      <p className="min-w-0 flex-1 basis-56 tabular-nums">
        <strong className="font-semibold">
          {count === null
            ? t("counting")
            : isPageSelected && canTakeAll && count === onPage
              ? t("pageSelected", { count })
              : t("selected", { count })}
        </strong>{" "}
        <span className="opacity-85">
          {state.mode === "query"
            ? state.total !== null &&
              t("allMatching", {
                total: state.total,
                time: formatClock(state.snapshotAt, timeZone),
                excluded: state.excludedIds.size,
              })
            : count !== null && count > onPage
              ? t("elsewhere", { count: count - onPage })
              : t("of", total)}
        </span>
        {canTakeAll && (
          <>
            {" · "}
            <button type="button" className={LINK} onClick={onSelectMatching}>
              {t("selectMatching", total)}
            </button>
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-2 max-lg:w-full">
        {onAuthorize && (
          <button type="button" className={MAIN} onClick={onAuthorize}>
            {t("authorize")}
          </button>
        )}
        {onClose && (
          <button type="button" className={QUIET} onClick={onClose}>
            {t("close")}
          </button>
        )}
        {onPrint && (
          <button type="button" className={onAuthorize ? QUIET : MAIN} onClick={onPrint}>
            {print("bulk")}
          </button>
        )}
        {team && <AssignSelected team={team} className={onAuthorize || onPrint ? QUIET : MAIN} />}
        <button type="button" className={`${QUIET} max-lg:flex-none`} onClick={clear}>
          {t("clear")}
        </button>
      </div>
    </section>
  );
}
