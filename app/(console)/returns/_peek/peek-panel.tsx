"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { fetchAnswer, refusalIn } from "@/components/fetch-answer";
import { QueryScope } from "@/components/query-scope";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Decision } from "@/lib/policy/machines/return/return-machine";
import { PeekBody } from "./peek-body";
import type { Peek } from "./peek-of";
import { readPeek } from "./read-peek";

type PeekPanelProps = {
  returnId: string;
  /** Changes when the list was read again: then this is, too. */
  listedAt: Date;
  detailHref: string;
  /** Opens the dialog of an act; null where the row is not in the list or the role decides nothing. */
  onMove: ((move: Decision) => void) | null;
  onClose: () => void;
};

/** A return beside the list: what was asked, why the verdict is what it is, what is due, what happened last. */
export const PeekPanel = (props: PeekPanelProps) => (
  <QueryScope>
    <Panel {...props} />
  </QueryScope>
);

function Panel({ returnId, listedAt, detailHref, onMove, onClose }: PeekPanelProps) {
  const t = useTranslations("peek");
  const common = useTranslations("common");
  const refusalText = useRefusalWords();
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ["peek", returnId, listedAt.getTime()],
    queryFn: async ({ signal }) => readPeek(await fetchAnswer<Peek>(`/api/returns/${returnId}/peek`, { signal })),
    placeholderData: keepPreviousData,
  });
  const refusal = error && refusalIn(error);
  const isGone = refusal?.code === "not_found";
  const retry = () => void refetch();
  return (
    <aside
      aria-label={t("label")}
      className="fixed inset-y-0 end-0 z-20 flex w-120 flex-col border-line border-s bg-canvas shadow-pop max-lg:hidden print:hidden"
    >
      <header className="flex shrink-0 items-center gap-2 border-line border-b bg-surface px-4 py-2.5">
        <h2 className="identifier me-auto text-h2 heading">{data && !isGone ? `R-${data.item.number}` : t("label")}</h2>
        <LinkButton size="sm" href={detailHref}>
          {t("open")}
        </LinkButton>
        <IconButton size="sm" label={common("close")} icon={<X aria-hidden size={18} />} onClick={onClose} />
      </header>
      <div
        aria-busy={isFetching || undefined}
        className={`min-h-0 flex-1 overflow-y-auto overscroll-contain p-4 ${isPlaceholderData ? "opacity-60" : ""}`}
      >
        {!data && !refusal && <Loading label={t("loading")} />}
        {refusal && (isGone || !data) && (
          <ErrorState
            title={isGone ? t("gone") : t("failed")}
            reference={refusal.reference}
            {...(isGone ? {} : { onRetry: retry })}
          >
            {isGone ? t("goneBody") : refusalText(refusal)}
          </ErrorState>
        )}
        {data && !isGone && (
          <>
            {refusal && (
              <Banner
                tone="warning"
                role="status"
                className="mb-3"
                actions={
                  <Button size="sm" onClick={retry}>
                    {common("retry")}
                  </Button>
                }
              >
                {t("stale")}
              </Banner>
            )}
            <PeekBody peek={data} onMove={isPlaceholderData ? null : onMove} />
          </>
        )}
      </div>
    </aside>
  );
}

/** The size of what is coming, after a moment in which it usually came. */
const Loading = ({ label }: { label: string }) => (
  <div role="status" className="flex flex-col gap-3">
    <span className="sr-only">{label}</span>
    <Skeleton className="h-6 w-3/5" />
    <Skeleton className="h-40 w-full" />
    <Skeleton className="h-56 w-full" />
  </div>
);
