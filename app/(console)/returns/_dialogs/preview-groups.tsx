import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { VerdictHeadline } from "@/components/returns/verdict-headline";
import { Button } from "@/components/ui/button";
import type { PreviewRow } from "@/lib/bulk/bulk-preview";
import type { LeftOut, PreviewItem, SkippedItem } from "@/lib/bulk/preflight";
import { PreviewGroup } from "./preview-group";
import { type PreviewLine, PreviewTable } from "./preview-table";
import type { BulkOptions } from "./use-preflight";

type PreviewGroupsProps = {
  options: BulkOptions;
  isClosing?: boolean;
  leftOut: readonly LeftOut[];
  onLeaveOut: (some: readonly LeftOut[]) => void;
  onPutBack: () => void;
  /** Takes along one return of a cancelled order that would be left out. */
  onTakeAlong?: (id: string) => void;
  /** What to do with all that are not in policy; null where there is nothing to decide. */
  choice: ReactNode;
};

/** How many of those left out are called by name. */
const NAMED_AT_MOST = 8;

export const nameOf = (row: PreviewRow | null): Omit<PreviewLine, "id" | "why"> => ({
  name: row ? `R-${row.number}` : null,
  title: row?.title ?? null,
  orderNumber: row?.orderNumber ?? null,
  value: row && row.valueMinor !== null ? { amountMinor: row.valueMinor, currency: row.currency } : null,
});

/** A preflight as it is read: what is ready, what a person has to decide, and what is left out and why. */
export function PreviewGroups(props: PreviewGroupsProps) {
  const { options, isClosing, leftOut, onLeaveOut, onPutBack, onTakeAlong, choice } = props;
  const t = useTranslations("bulk");
  const words = useRefusalWords();
  const { ready, decide, skipped } = options;
  const lineOf = (item: PreviewItem): PreviewLine => ({
    id: item.id,
    ...nameOf(item),
    why: (isClosing || choice) && item.because && <VerdictHeadline reason={item.because} />,
  });
  const skippedLine = ({ id, row, refusal }: SkippedItem): PreviewLine => ({
    id,
    ...nameOf(row),
    why: words(refusal),
    canBeTaken: refusal.code === "cancelled_unseen",
  });
  const canTake = onTakeAlong !== undefined && skipped.items.some(({ refusal }) => refusal.code === "cancelled_unseen");
  const leaveOut = (items: readonly PreviewItem[]) => (id: string) => {
    const item = items.find((candidate) => candidate.id === id);
    if (item) onLeaveOut([item]);
  };
  const some = leftOut
    .slice(0, NAMED_AT_MOST)
    .map(({ number }) => `R-${number}`)
    .join(", ");
  const rest = leftOut.length - NAMED_AT_MOST;
  const named = rest > 0 ? t("leftOutMore", { list: some, count: rest }) : some;
  const readyTitle = t(isClosing ? "readyClose" : choice ? "ready" : "readyWaiting");
  return (
    <div className="mb-5 flex flex-col gap-2">
      <PreviewGroup {...ready} kind="ready" title={readyTitle} shown={ready.items.length}>
        <PreviewTable caption={readyTitle} lines={ready.items.map(lineOf)} onLeaveOut={leaveOut(ready.items)} />
      </PreviewGroup>
      {choice && (
        <PreviewGroup {...decide} kind="decide" title={t("decide")} shown={decide.items.length} isOpen choice={choice}>
          <PreviewTable caption={t("decide")} lines={decide.items.map(lineOf)} onLeaveOut={leaveOut(decide.items)} />
        </PreviewGroup>
      )}
      <PreviewGroup
        kind="skipped"
        title={t("skipped")}
        count={skipped.count}
        shown={skipped.items.length}
        totals={[]}
        unknownValues={0}
        isOpen={canTake}
        choice={
          <ul className="flex flex-col gap-1 text-small">
            {skipped.causes.map(({ refusal, count }) => (
              <li key={words(refusal)} className="flex gap-2">
                <span className="min-w-6 text-end font-semibold tabular-nums">{count}</span>
                <span>{words(refusal)}</span>
              </li>
            ))}
          </ul>
        }
      >
        <PreviewTable
          caption={t("skipped")}
          lines={skipped.items.map(skippedLine)}
          {...(canTake ? { onTakeAlong } : {})}
        />
      </PreviewGroup>
      {leftOut.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-small">
          {t("leftOut", { count: leftOut.length })}: {named}
          <Button size="sm" variant="ghost" className="-mx-2" onClick={onPutBack}>
            {t("putBack")}
          </Button>
        </p>
      )}
    </div>
  );
}
