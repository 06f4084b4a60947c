"use client";

import { Check, Copy } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { Marketplace } from "@/components/returns/marketplace";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useNow } from "@/components/ui/now";
import { formatPlainDate } from "@/lib/i18n/format";
import type { HandoverEntry } from "../read-handovers";
import { Entry } from "./entry";
import { useCopyIds } from "./selection-bar";
import type { EntrySelection } from "./use-entry-selection";

type BatchProps = {
  entries: readonly HandoverEntry[];
  marketplace: Marketplace;
  /** Null where the person only reads. */
  selection: EntrySelection | null;
  /** Ticks that are on their way. */
  pending: ReadonlySet<string>;
  onTick: ((ids: readonly string[]) => void) | null;
};

/** As many entries as a page of the marketplace's list shows, to paste and to tick at once. */
export function Batch({ entries, marketplace, selection, pending, onTick }: BatchProps) {
  const t = useTranslations("handover.batch");
  const id = useId();
  const locale = useLocale();
  const now = useNow();
  const copy = useCopyIds();
  const count = entries.length;
  const ids = entries.map(({ returnId }) => returnId);
  const selected = selection ? ids.filter(selection.has).length : 0;
  const days = [entries.at(0), entries.at(-1)].map((entry) =>
    entry ? formatPlainDate(entry.requestedOn, { locale, now }) : "",
  );
  return (
    <section aria-labelledby={id} className="mb-3 overflow-clip rounded-card border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b bg-sunken px-3 py-1.5">
        {selection && (
          <Checkbox
            aria-label={t("select", { count })}
            checked={selected === count}
            isIndeterminate={selected > 0 && selected < count}
            onChange={() => selection.set(ids, selected < count)}
          />
        )}
        <h3 id={id} className="min-w-0 flex-1 basis-40 font-medium text-small">
          {t("title", { count, isOneDay: String(days[0] === days[1]), from: days[0] ?? "", to: days[1] ?? "" })}
        </h3>
        <span className="flex flex-wrap gap-1.5 print:hidden">
          <Button
            size="sm"
            icon={<Copy aria-hidden size={15} />}
            onClick={() => copy(entries.map(({ orderNumber }) => orderNumber))}
          >
            {t("copy", { count })}
          </Button>
          {onTick && (
            <Button
              size="sm"
              icon={<Check aria-hidden size={15} />}
              isLoading={ids.every((returnId) => pending.has(returnId))}
              onClick={() => onTick(ids)}
            >
              {t("tick", { count })}
            </Button>
          )}
        </span>
      </header>
      <ul className="divide-y divide-line">
        {entries.map((entry) => (
          <Entry
            key={entry.returnId}
            entry={entry}
            marketplace={marketplace}
            selection={selection}
            isPending={pending.has(entry.returnId)}
            onTick={onTick}
          />
        ))}
      </ul>
    </section>
  );
}
