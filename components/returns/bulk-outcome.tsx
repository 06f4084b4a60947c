import { useLocale, useTranslations } from "next-intl";
import type { Ref } from "react";
import { LinkButton } from "@/components/ui/link-button";
import type { Outcome } from "@/lib/bulk/find-outcome";
import { HandoverLinks } from "./handover-links";
import { OutcomeTable } from "./outcome-table";

type BulkOutcomeProps = {
  outcome: Outcome;
  /** What came of taking it back; then nothing is told as done any more. */
  undone?: string | undefined;
  /** Takes the focus when the outcome appears. */
  headingRef?: Ref<HTMLHeadingElement>;
  returnHref: (returnId: string) => string;
  /** Where the outcome stays. */
  pageHref: string;
};

/** What became of every return of a bulk act: counts, and each that was not done with its reason. */
export function BulkOutcome({ outcome, undone, headingRef, returnHref, pageHref }: BulkOutcomeProps) {
  const t = useTranslations("bulk.outcome");
  const locale = useLocale();
  const { kind, moved, refused, notFound, refusedItems, toHandOver, next } = outcome;
  const tiles = [
    { key: "moved", count: moved },
    { key: "refused", count: refused },
    ...(notFound > 0 ? [{ key: "notFound", count: notFound } as const] : []),
  ] as const;
  return (
    <>
      <h3 ref={headingRef} tabIndex={-1} className="heading text-h2 outline-none">
        {undone ?? t("title", { kind, count: moved })}
      </h3>
      <dl hidden={undone !== undefined} className="mt-3 mb-4 grid grid-cols-2 gap-2 md:grid-cols-3">
        {tiles.map(({ key, count }) => (
          <div key={key} className="flex flex-col-reverse rounded-card border border-line bg-surface px-3.5 py-2.5">
            <dt className="text-muted text-small">{t(key)}</dt>
            <dd className="heading text-display tabular-nums">{count.toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
      <HandoverLinks toHandOver={toHandOver} />
      {refused + notFound === 0 && <p className="text-muted">{t("allDone")}</p>}
      {notFound > 0 && <p className="mb-3">{t("notFoundText", { count: notFound })}</p>}
      {refusedItems.length > 0 && <OutcomeTable items={refusedItems} returnHref={returnHref} />}
      <p className="mt-4 flex flex-wrap items-center gap-3">
        <LinkButton href={pageHref} size="sm">
          {t("page")}
        </LinkButton>
        {next !== null && <span className="text-small text-subtle">{t("more")}</span>}
      </p>
    </>
  );
}
