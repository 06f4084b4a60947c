"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { FormProblems, type Naming } from "@/components/form/form-problems";
import type { useForm } from "@/components/form/use-form";
import { useSubmitKey } from "@/components/form/use-form-keys";
import { BulkOutcome } from "@/components/returns/bulk-outcome";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { paths } from "@/lib/i18n/paths";
import { useFollowedBulkAct } from "../../_bulk-acts/use-followed-bulk-act";
import { BulkRun } from "./bulk-run";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import type { FinalFocus } from "./use-final-focus";
import type { usePlan } from "./use-preflight";
import { useUndoBulkAct } from "./use-undo-bulk-act";

type BulkDialogProps = {
  /** What the act says of itself and of its fields. */
  words: Naming & { title: string; submit: string };
  /** What was selected. */
  count: number;
  /** How many will be done; null while that is being found out. */
  ready: number | null;
  form: Pick<ReturnType<typeof useForm>, "refusal" | "isSending" | "submit">;
  bulkAct: { bulkActId: string; total: number } | null;
  plan: Pick<ReturnType<typeof usePlan<{ undoSeconds: number }>>, "query" | "isChecking">;
  /** Why nothing can be done as it stands. */
  blocked?: string | undefined;
  /** What will follow, once it is known. */
  then: string | undefined;
  focus: FinalFocus;
  onClose: (isDone: boolean) => void;
  children: ReactNode;
};

/** The frame of an act on many: what would happen, then progress, then the outcome, in one dialog. */
export function BulkDialog(props: BulkDialogProps) {
  const { words, count, ready, form, bulkAct, plan, blocked, then, focus, onClose, children } = props;
  const { title, submit, ...naming } = words;
  const { query, isChecking } = plan;
  const t = useTranslations("bulk");
  const common = useTranslations("common");
  const undoWords = useTranslations("undo");
  const { outcome, isLost } = useFollowedBulkAct(bulkAct?.bulkActId ?? null);
  const isRunning = form.isSending && bulkAct === null;
  const isDone = outcome?.state === "done";
  const phase = isDone ? "outcome" : bulkAct || isRunning ? "running" : "plan";
  const undo = useUndoBulkAct(isDone && outcome.moved > 0 ? outcome.id : null, query.data?.undoSeconds ?? 0);
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useSubmitKey(body);
  useEffect(() => {
    if (phase === "outcome") heading.current?.focus();
  }, [phase]);
  const close = () => {
    if (isRunning) return;
    if (bulkAct) focus.markDone();
    onClose(bulkAct !== null);
  };
  const total = bulkAct?.total ?? ready ?? count;
  const planned = ready === null ? t("checking", { count }) : ready === 0 ? t("nothingReady") : (blocked ?? then);
  const status = { plan: planned, running: t("running", { count: total }), outcome: undo.said }[phase];
  return (
    <Dialog
      isOpen
      onClose={close}
      size="lg"
      finalFocus={focus.finalFocus}
      title={title}
      status={status}
      onSubmit={(event) => {
        if (phase === "plan" && ready && blocked === undefined && !isChecking) form.submit(event);
        else event.preventDefault();
      }}
      footer={
        phase === "plan" ? (
          <>
            <Button onClick={close}>{common("cancel")}</Button>
            {ready !== null && (
              <Button
                type="submit"
                variant="primary"
                isDisabled={ready === 0 || blocked !== undefined}
                isLoading={isChecking}
              >
                {submit}
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
        {phase === "plan" && (
          <FormProblems refusal={form.refusal} {...naming}>
            {query.isPending && <LoadingBody />}
            {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
            {children}
          </FormProblems>
        )}
        {phase === "running" && (
          <BulkRun bulkActId={bulkAct?.bulkActId ?? null} total={total} outcome={outcome} isLost={isLost} />
        )}
        {phase === "outcome" && outcome && (
          <BulkOutcome
            outcome={outcome}
            undone={undo.said}
            headingRef={heading}
            returnHref={paths.returnDetail}
            pageHref={paths.bulkAct(outcome.id)}
          />
        )}
      </div>
    </Dialog>
  );
}
