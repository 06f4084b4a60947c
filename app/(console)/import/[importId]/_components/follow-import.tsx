"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { pollAnswer } from "@/components/fetch-answer";
import { useAnnounce } from "@/components/ui/live-region";
import { Progress } from "@/components/ui/progress";
import type { ImportRow } from "@/lib/imports/imports";
import { isInCheck, isInRun } from "@/lib/policy/machines/import/statuses";
import { importPaths } from "../../import-paths";

type Status = Pick<ImportRow, "state" | "bytesDone" | "bytesTotal" | "newCount" | "changedCount" | "unchangedCount">;

const POLL_MS = 700;

/** Follows the worker; when it has come to the next state, the page is drawn again. */
export function FollowImport(props: { importId: string; initial: Status }) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Following {...props} />
    </QueryClientProvider>
  );
}

function Following({ importId, initial }: { importId: string; initial: Status }) {
  const t = useTranslations("import");
  const router = useRouter();
  const announce = useAnnounce();
  const { data: status, isError } = useQuery({
    queryKey: ["import", importId],
    queryFn: ({ signal }) => pollAnswer<Status>(importPaths.status(importId), { signal }),
    initialData: initial,
    retry: false,
    refetchInterval: POLL_MS,
  });
  const { state } = status;
  useEffect(() => {
    if (state === initial.state) return;
    announce(t(`state.${state}`));
    router.refresh();
  }, [state, initial.state, announce, router, t]);
  const isOpening = status.bytesDone === 0 && isInCheck(initial.state);
  const phase = isInRun(initial.state) ? "running" : isOpening ? "opening" : "checking";
  const percent = status.bytesTotal > 0 ? Math.floor((status.bytesDone / status.bytesTotal) * 100) : 0;
  const counts = { new: status.newCount, changed: status.changedCount, unchanged: status.unchangedCount };
  return (
    <div>
      <Progress
        label={t(`progress.${phase}`)}
        value={status.bytesDone}
        max={status.bytesTotal}
        text={t("progress.text", { percent })}
      />
      <p className="mt-2 text-muted text-small tabular-nums">
        {phase === "running" && <>{t("progress.soFar", counts)} · </>}
        {t("progress.stay")}
      </p>
      {isError && (
        <p role="status" className="mt-2 text-danger text-small">
          {t("progress.lost")}
        </p>
      )}
    </div>
  );
}
