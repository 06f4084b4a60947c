import {
  ChevronRight,
  CircleHelp,
  Handshake,
  Inbox,
  type LucideIcon,
  Package,
  PackageOpen,
  PackageX,
  Tag,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ShortDeadline } from "@/components/returns/short-deadline";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { counted, isCut } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import { listHref } from "@/lib/returns/shared/list-view";
import { filterOf, type TodayLine, type TodayLineName, URGENCIES } from "@/lib/returns/today";
import { Sums } from "./day-head";

const ICON: Record<TodayLineName, LucideIcon> = {
  requests_overdue: Inbox,
  requests_due: Inbox,
  handovers: Handshake,
  requests_later: Inbox,
  goods_late: PackageX,
  parcels_delivered: PackageOpen,
  goods_due: Package,
  labels_to_fetch: Tag,
  unread: CircleHelp,
};

/** What the buyer has to do in time. */
const BUYERS: ReadonlySet<TodayLineName> = new Set(["goods_late", "goods_due", "labels_to_fetch", "parcels_delivered"]);

/** The lines of the day under what leaving them costs; a group without lines is not drawn. */
export function DayList({ lines }: { lines: readonly TodayLine[] }) {
  const t = useTranslations("today");
  if (lines.length === 0)
    return (
      <Card>
        <EmptyState
          title={t("empty")}
          action={<LinkButton href={paths.returns("all")}>{t("emptyAction")}</LinkButton>}
        />
      </Card>
    );
  const groups = URGENCIES.map((urgency) => ({ urgency, lines: lines.filter((line) => line.urgency === urgency) }));
  return (
    <div className="overflow-clip rounded-card border border-line bg-surface max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
      {groups.map(({ urgency, lines: inGroup }) => {
        if (inGroup.length === 0) return null;
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
                <Line key={line.name} line={line} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Line({ line }: { line: TodayLine }) {
  const t = useTranslations("today");
  const lines = useTranslations("detail.lines");
  const locale = useLocale();
  const { name, count, sums, next } = line;
  const Icon = ICON[name];
  return (
    <li>
      <Link
        href={listHref(filterOf(name))}
        className="group -outline-offset-2 grid min-h-14 grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-x-2.5 px-4 py-1.5 hover:bg-sunken md:min-h-13 md:grid-cols-[1.25rem_3.25rem_minmax(0,1fr)_auto_6.5rem_1rem]"
      >
        <Icon aria-hidden size={16} strokeWidth={1.75} className="text-subtle max-md:hidden" />
        <span className="text-end font-semibold text-h2 tabular-nums">{counted(count, locale)}</span>
        <span className="min-w-0">
          <span className="block truncate">
            <span className="font-medium group-hover:text-link">{t(`line.${name}`)}</span>
            <span className="text-muted text-small max-md:hidden"> – {t(`cost.${name}`)}</span>
          </span>
          {next && (
            <span className="block truncate text-micro text-subtle">
              {t("next", { number: `R-${next.number}`, title: shownText(next.title ?? lines("untitled")) })}
            </span>
          )}
        </span>
        <span className="max-w-58 text-end text-small max-md:hidden">
          <Sums sums={sums} isLeast={isCut(line)} />
        </span>
        <span className="text-end text-small">
          {next?.dueAt && <ShortDeadline dueAt={next.dueAt} party={BUYERS.has(name) ? "buyer" : "seller"} />}
        </span>
        <ChevronRight aria-hidden size={16} className="text-subtle max-md:hidden" />
      </Link>
    </li>
  );
}
