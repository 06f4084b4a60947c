"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { BulkOutcome } from "@/components/returns/bulk-outcome";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Outcome } from "@/lib/bulk/find-outcome";
import { paths } from "@/lib/i18n/paths";
import { BulkRun } from "./bulk-run";
import type { FinalFocus } from "./use-final-focus";
import { useUndoJob } from "./use-undo-job";

type BulkDialogProps = {
  move: "authorize" | "close";
  /** What was selected, for the title. */
  count: number;
  /** How many will be done; null while that is being found out. */
  ready: number | null;
  /** Sent, and waiting for the answer. */
  isRunning: boolean;
  job: { jobId: string; total: number } | null;
  followed: { outcome: Outcome | null; isLost: boolean };
  /** Why nothing can be done as it stands; the status says so. */
  isBlocked?: boolean;
  /** What is shown is being asked anew. */
  isChecking: boolean;
  undoSeconds: number;
  status: string | undefined;
  body: RefObject<HTMLDivElement | null>;
  focus: FinalFocus;
  onSubmit: () => void;
  onClose: (isDone: boolean) => void;
  children: ReactNode;
};

/** The frame of an act on many: what would happen, then progress, then the outcome, in one dialog. */
export function BulkDialog(props: BulkDialogProps) {
  const { move, count, ready, isRunning, job, undoSeconds, status, body, focus, onSubmit, onClose, children } = props;
  const { isBlocked = false, isChecking } = props;
  const { outcome, isLost } = props.followed;
  const t = useTranslations("bulk");
  const common = useTranslations("common");
  const undoWords = useTranslations("undo");
  const isDone = outcome?.state === "done";
  const phase = isDone ? "outcome" : job || isRunning ? "running" : "plan";
  const isClosing = move === "close";
  const undo = useUndoJob(isDone && outcome.moved > 0 ? outcome.id : null, undoSeconds);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (phase === "outcome") heading.current?.focus();
  }, [phase]);
  const close = () => {
    if (isRunning) return;
    if (job) focus.markDone();
    onClose(job !== null);
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      size="lg"
      finalFocus={focus.finalFocus}
      title={t(isClosing ? "closeTitle" : "authorizeTitle", { count })}
      status={
        phase === "plan"
          ? status
          : phase === "running"
            ? t("running", { count: job?.total ?? ready ?? count })
            : undo.said
      }
      onSubmit={(event) => {
        event.preventDefault();
        if (phase === "plan" && ready && !isBlocked && !isChecking) onSubmit();
      }}
      footer={
        phase === "plan" ? (
          <>
            <Button onClick={close}>{common("cancel")}</Button>
            {ready !== null && (
              <Button type="submit" variant="primary" isDisabled={ready === 0 || isBlocked} isLoading={isChecking}>
                {t(isClosing ? "closeSubmit" : "authorizeSubmit", { count: ready })}
              </Button>
            )}
          </>
        ) : (
          <>
            {phase === "outcome" && undo.isPossible && (
              <Button onClick={undo.run} isLoading={undo.isRunning}>
                {undoWords("all")}
              </Button>
            )}
            <Button variant={isDone ? "primary" : "secondary"} onClick={close} isDisabled={isRunning}>
              {common("close")}
            </Button>
          </>
        )
      }
    >
      <div ref={body}>
        {phase === "plan" && children}
        {phase === "running" && (
          <BulkRun jobId={job?.jobId ?? null} total={job?.total ?? ready ?? count} outcome={outcome} isLost={isLost} />
        )}
        {phase === "outcome" && outcome && (
          <BulkOutcome
            outcome={outcome}
            undone={undo.said}
            headingRef={heading}
            returnHref={paths.returnDetail}
            pageHref={paths.job(outcome.id)}
          />
        )}
      </div>
    </Dialog>
  );
}
