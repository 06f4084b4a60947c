import {
  ChevronRight,
  CircleHelp,
  HandCoins,
  Handshake,
  Inbox,
  Landmark,
  type LucideIcon,
  Package,
  PackageOpen,
  PackageX,
  Tag,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ShortDeadline } from "@/components/returns/short-deadline";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import type { ClaimsDay } from "@/lib/claims/claims-day";
import { claimsHref } from "@/lib/claims/claims-list";
import { counted, isCut } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { OpenRefunds } from "@/lib/refunds/open-refunds";
import { refundsHref } from "@/lib/refunds/promised-refunds";
import { listHref } from "@/lib/returns/shared/list-view";
import { filterOf, type TodayLine, type TodayLineName, URGENCIES, type Urgency } from "@/lib/returns/today";
import { Sums } from "./day-head";

const ICON: Record<TodayLineName, LucideIcon> = {
  requests_overdue: Inbox,
  refunds_overdue: HandCoins,
  refunds_due: HandCoins,
  refunds_later: HandCoins,
  requests_due: Inbox,
  handovers: Handshake,
  requests_later: Inbox,
  goods_late: PackageX,
  parcels_delivered: PackageOpen,
  goods_due: Package,
  labels_to_fetch: Tag,
  unread: CircleHelp,
};

const DAY = 24 * 3_600_000;

/** What the buyer has to do in time. */
const BUYERS: ReadonlySet<TodayLineName> = new Set(["goods_late", "goods_due", "labels_to_fetch", "parcels_delivered"]);

/** What a refund costs that is left where it is. */
const URGENCY_OF: Record<OpenRefunds["show"], Urgency> = {
  failed: "now",
  asked: "open",
  pending: "open",
  open: "open",
};

type DayListProps = {
  lines: readonly TodayLine[];
  refunds: readonly OpenRefunds[];
  claims: ClaimsDay | null;
  now: Date;
};

/** The lines of the day under what leaving them costs; a group without lines is not drawn. */
export function DayList({ lines, refunds, claims, now }: DayListProps) {
  const t = useTranslations("today");
  if (lines.length + refunds.length === 0 && !claims)
    return (
      <Card>
        <EmptyState
          title={t("empty")}
          action={<LinkButton href={paths.returns("all")}>{t("emptyAction")}</LinkButton>}
        />
      </Card>
    );
  const groups = URGENCIES.map((urgency) => ({
    urgency,
    lines: lines.filter((line) => line.urgency === urgency),
    refunds: refunds.filter(({ show }) => URGENCY_OF[show] === urgency),
    claims: claims && urgency === "later" ? claims : null,
  }));
  return (
    <div className="overflow-clip rounded-card border border-line bg-surface max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
      {groups.map(({ urgency, lines: inGroup, refunds: money, claims: toFile }) => {
        if (inGroup.length + money.length === 0 && !toFile) return null;
        return (
          <section key={urgency} aria-labelledby={`day-${urgency}`} className="border-line [&+&]:border-t">
            <h2
              id={`day-${urgency}`}
              className="border-line border-b bg-sunken px-4 pt-2 pb-1.75 font-medium text-micro text-subtle"
            >
              {t(`group.${urgency}`)}
            </h2>
            <ul className="divide-y divide-line">
              {inGroup.map((line) => (
                <ReturnsLine key={line.name} line={line} />
              ))}
              {money.map((line) => (
                <RefundsLine key={line.show} line={line} now={now} />
              ))}
              {toFile && <ClaimsLine claims={toFile} />}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function ReturnsLine({ line }: { line: TodayLine }) {
  const t = useTranslations("today");
  const lines = useTranslations("detail.lines");
  const { name, next } = line;
  return (
    <Line
      href={listHref(filterOf(name))}
      icon={ICON[name]}
      label={t(`line.${name}`)}
      cost={t(`cost.${name}`)}
      count={line.count}
      under={next && t("next", { number: `R-${next.number}`, title: shownText(next.title ?? lines("untitled")) })}
      sums={<Sums sums={line.sums} isLeast={isCut(line)} />}
      due={next?.dueAt && <ShortDeadline dueAt={next.dueAt} party={BUYERS.has(name) ? "buyer" : "seller"} />}
    />
  );
}

/** Money that is not settled yet: it opens its part of the refunds. */
function RefundsLine({ line: { show, count, sums, oldestAt }, now }: { line: OpenRefunds; now: Date }) {
  const t = useTranslations("today");
  return (
    <Line
      href={refundsHref(show)}
      icon={HandCoins}
      label={t(`refund.${show}`)}
      cost={t(`refundCost.${show}`)}
      count={count}
      under={t("oldest", { days: Math.floor((now.getTime() - oldestAt.getTime()) / DAY) })}
      sums={<Sums sums={sums} isLeast={false} />}
      due={null}
    />
  );
}

/** Money to ask back of marketplaces. */
function ClaimsLine({ claims: { count, sums, dueAt } }: { claims: ClaimsDay }) {
  const t = useTranslations("today.claims");
  return (
    <Line
      href={claimsHref("to_file")}
      icon={Landmark}
      label={t("label")}
      cost={t("cost")}
      count={count}
      under={null}
      sums={<Sums sums={sums} isLeast={false} />}
      due={dueAt && <ShortDeadline dueAt={dueAt} party="seller" />}
    />
  );
}

type LineProps = Record<"label" | "cost" | "href", string> & {
  icon: LucideIcon;
  count: number;
  under: ReactNode;
  sums: ReactNode;
  due: ReactNode;
};

function Line({ href, icon: Icon, label, cost, count, under, sums, due }: LineProps) {
  const locale = useLocale();
  return (
    <li>
      <Link
        href={href}
        className="group -outline-offset-2 grid min-h-14 grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-x-2.5 px-4 py-1.5 hover:bg-sunken md:min-h-13 md:grid-cols-[1.25rem_3.25rem_minmax(0,1fr)_auto_6.5rem_1rem]"
      >
        <Icon aria-hidden size={16} strokeWidth={1.75} className="text-subtle max-md:hidden" />
        <span className="text-end font-semibold text-h2 tabular-nums">{counted(count, locale)}</span>
        <span className="min-w-0">
          <span className="block truncate">
            <span className="font-medium group-hover:text-link">{label}</span>
            <span className="text-muted text-small max-md:hidden"> – {cost}</span>
          </span>
          {under && <span className="block truncate text-micro text-subtle">{under}</span>}
        </span>
        <span className="max-w-58 text-end text-small max-md:hidden">{sums}</span>
        <span className="text-end text-small">{due}</span>
        <ChevronRight aria-hidden size={16} className="text-subtle max-md:hidden" />
      </Link>
    </li>
  );
}
