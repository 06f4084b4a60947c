"use client";

import { ListChecks, RotateCcw, Square } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ExportLink } from "@/components/export-link";
import { useRefusalWords } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import { newId } from "@/lib/kernel/ids";
import { retryRefused, stopJob } from "../../../_jobs/actions";
import type { FoundJob } from "../read-job";
import { UndoAll } from "./undo-all";

/** What can be done with a job: take it back, stop it, try the rest again, take its list along. */
export function JobButtons({ job, mayAct }: { job: FoundJob; mayAct: boolean }) {
  const { id, state, refused, retryable, undoUntil, now } = job;
  const t = useTranslations("jobs");
  return (
    <>
      {mayAct && undoUntil && <UndoAll jobId={id} until={undoUntil} now={now} />}
      {mayAct && state !== "done" && <Stop jobId={id} />}
      {mayAct && state === "done" && retryable > 0 && <Retry jobId={id} count={retryable} />}
      {mayAct && state === "done" && refused > 0 && (
        <LinkButton href={paths.selectNotDone(id)} icon={<ListChecks aria-hidden size={16} />}>
          {t("select", { count: refused })}
        </LinkButton>
      )}
      <ExportLink href={paths.jobCsv(id)}>{t("csv")}</ExportLink>
    </>
  );
}

function Stop({ jobId }: { jobId: string }) {
  const t = useTranslations("jobs");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(stopJob);
  const stop = async () => {
    const answer = await run({ jobId });
    if (answer.ok) notify({ title: t("stopped", { count: answer.value.stopped }) });
    else notify({ title: words(answer.refusal), tone: "warning" });
  };
  return (
    <Button
      icon={<Square aria-hidden size={14} />}
      isLoading={isRunning}
      title={t("stopHint")}
      onClick={() => void stop()}
    >
      {t("stop")}
    </Button>
  );
}

function Retry({ jobId, count }: { jobId: string; count: number }) {
  const t = useTranslations("jobs");
  const router = useRouter();
  const words = useRefusalWords();
  const { run, isRunning } = useAction(retryRefused);
  // However often it is pressed, it is one job.
  const [key] = useState(newId);
  const retry = async () => {
    const answer = await run({ jobId, key });
    if (answer.ok) router.push(paths.job(answer.value.jobId));
    else notify({ title: words(answer.refusal), tone: "warning" });
  };
  return (
    <Button
      variant="primary"
      icon={<RotateCcw aria-hidden size={15} />}
      isLoading={isRunning}
      title={t("retryHint")}
      onClick={() => void retry()}
    >
      {t("retry", { count })}
    </Button>
  );
}
