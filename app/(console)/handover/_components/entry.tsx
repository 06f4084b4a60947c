"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Marketplace } from "@/components/returns/marketplace";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { useNow } from "@/components/ui/now";
import { formatDuration, formatPlainDate } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import type { HandoverEntry } from "../read-handovers";
import { DeciderLine } from "./decider-line";
import { ItemsLine } from "./items-line";
import { PageLinks } from "./page-links";
import { TakeAlong } from "./take-along";
import type { EntrySelection } from "./use-entry-selection";

type EntryProps = {
  entry: HandoverEntry;
  marketplace: Marketplace;
  selection: EntrySelection | null;
  isPending: boolean;
  onTick: ((ids: readonly string[]) => void) | null;
};

/** One decision to carry out there: which order, what to take along, since when it waits, and the tick. */
export function Entry({ entry, marketplace, selection, isPending, onTick }: EntryProps) {
  const t = useTranslations("handover.entry");
  const time = useTranslations("time");
  const locale = useLocale();
  const now = useNow();
  const { returnId, name, orderNumber, requestedOn, openedAt, isOld } = entry;
  const isSelected = selection?.has(returnId) ?? false;
  return (
    <li
      data-row-id={returnId}
      data-selected={isSelected || undefined}
      className="grid gap-x-4 gap-y-2 px-3 py-3 transition-colors duration-150 data-selected:bg-selected data-selected:shadow-[inset_3px_0_var(--accent)] md:grid-cols-[minmax(0,17rem)_minmax(0,1fr)] xl:grid-cols-[minmax(0,19rem)_minmax(0,1fr)_13rem]"
    >
      <div className="flex min-w-0 items-start gap-2">
        {selection && (
          <Checkbox
            className="mt-px"
            aria-label={t("select", { name })}
            checked={isSelected}
            onChange={(event) =>
              selection.toggle(returnId, {
                isRange: event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey,
              })
            }
          />
        )}
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-1">
            <span className="identifier break-all font-semibold">{orderNumber}</span>
            <span className="-my-2 print:hidden">
              <CopyButton text={orderNumber} what={t("order", { orderNumber })} />
            </span>
          </p>
          <p className="text-muted text-small">
            <Link href={paths.returnDetail(returnId)} data-row-link className="prose-link">
              {name}
            </Link>{" "}
            · {t("requested", { date: formatPlainDate(requestedOn, { locale, now }) })}
          </p>
          <ItemsLine items={entry.items} count={entry.itemCount} />
        </div>
      </div>
      <div className="min-w-0">
        <TakeAlong entry={entry} marketplace={marketplace} />
        <PageLinks pages={entry.pages} orderNumber={orderNumber} marketplace={marketplace} />
      </div>
      <div className="flex min-w-0 flex-wrap items-start gap-x-3 gap-y-1.5 max-xl:md:col-span-2 max-xl:md:items-center max-md:items-center xl:flex-col">
        <Badge tone={isOld ? "warning" : "neutral"}>
          <span suppressHydrationWarning>
            {t("open", { duration: formatDuration(time, now.getTime() - openedAt.getTime()) })}
          </span>
        </Badge>
        <span className="min-w-0 flex-1 basis-40 text-muted text-small xl:flex-none xl:basis-auto">
          <DeciderLine decider={entry.decider} move={entry.move} />
        </span>
        {onTick && (
          <Button
            size="sm"
            icon={<Check aria-hidden size={15} />}
            isLoading={isPending}
            aria-label={t("tickNamed", { marketplace, name })}
            onClick={() => onTick([returnId])}
            className="print:hidden"
          >
            {t("tick", { marketplace })}
          </Button>
        )}
      </div>
    </li>
  );
}
