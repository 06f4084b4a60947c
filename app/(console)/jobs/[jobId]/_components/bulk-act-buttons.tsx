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
import { retryRefused, stopBulkAct } from "../../../_bulk-acts/actions";
import type { FoundBulkAct } from "../read-bulk-act";
import { UndoAll } from "./undo-all";

/** What can be done with a bulk act: take it back, stop it, try the rest again, take its list along. */
export function BulkActButtons({ bulkAct, mayAct }: { bulkAct: FoundBulkAct; mayAct: boolean }) {
  const { id, state, refused, retryable, undoUntil, now } = bulkAct;
  const t = useTranslations("bulkActs");
  return (
    <>
      {mayAct && undoUntil && <UndoAll bulkActId={id} until={undoUntil} now={now} />}
      {mayAct && state !== "done" && <Stop bulkActId={id} />}
      {mayAct && state === "done" && retryable > 0 && <Retry bulkActId={id} count={retryable} />}
      {mayAct && state === "done" && refused > 0 && (
        <LinkButton href={paths.selectNotDone(id)} icon={<ListChecks aria-hidden size={16} />}>
          {t("select", { count: refused })}
        </LinkButton>
      )}
      <ExportLink href={paths.bulkActCsv(id)}>{t("csv")}</ExportLink>
    </>
  );
}

function Stop({ bulkActId }: { bulkActId: string }) {
  const t = useTranslations("bulkActs");
  const words = useRefusalWords();
  const { run, isRunning } = useAction(stopBulkAct);
  const stop = async () => {
    const answer = await run({ bulkActId });
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

function Retry({ bulkActId, count }: { bulkActId: string; count: number }) {
  const t = useTranslations("bulkActs");
  const router = useRouter();
  const words = useRefusalWords();
  const { run, isRunning } = useAction(retryRefused);
  // However often it is pressed, it is one bulk act.
  const [key] = useState(newId);
  const retry = async () => {
    const answer = await run({ bulkActId, key });
    if (answer.ok) router.push(paths.bulkAct(answer.value.bulkActId));
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
