"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useAction } from "@/components/use-action";
import { newId } from "@/lib/kernel/ids";
import { type CloseManyForm, closeManyProblems } from "@/lib/returns/close-form";
import { useFollowedJob } from "../../_jobs/use-followed-job";
import { closeReturns } from "../actions";
import type { ManyProps } from "./authorize-many";
import { BulkDialog } from "./bulk-dialog";
import { CloseManyFields } from "./close-many-fields";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import { PreviewGroups } from "./preview-groups";
import { isAboveLimit } from "./refund-sums";
import { resolveWith } from "./resolve-with";
import { thenLine } from "./then-line";
import { useCloseErrors } from "./use-close-errors";
import { useSubmitKey } from "./use-form-keys";
import { usePreflight } from "./use-preflight";
import { useProblems } from "./use-problems";

/** *Close request* for a selection: the same reason for all, each buyer told in their own language. */
export function CloseMany({ selection: given, count, focus, onClose }: ManyProps) {
  const t = useTranslations("bulk");
  const body = useRef<HTMLDivElement>(null);
  const [chosen] = useState(given);
  const [job, setJob] = useState<{ jobId: string; total: number } | null>(null);
  const { problems, ...tell } = useProblems(useCloseErrors());
  const { run, isRunning } = useAction(closeReturns);
  const form = useForm<CloseManyForm>({
    resolver: resolveWith(closeManyProblems),
    shouldFocusError: false,
    defaultValues: {
      key: newId(),
      selection: chosen,
      needsComment: true,
      languages: [],
      comments: {},
      note: "",
    },
  });
  const [refunding, setRefunding] = useState<string>();
  const plan = usePreflight(chosen, { move: "close", reason: refunding });
  const options = plan.query.data;
  const isOver = options?.refunds.some(isAboveLimit) ?? false;
  const followed = useFollowedJob(job?.jobId ?? null);
  const ready = options?.ready.count ?? null;
  useSubmitKey(body);

  const submit = form.handleSubmit(async (typed) => {
    if (isRunning || plan.isChecking) return;
    tell.clear();
    const answer = await run({ ...typed, selection: plan.selection });
    if (answer.ok) setJob(answer.value);
    else tell.showRefusal(answer.refusal);
  }, tell.showFields);

  return (
    <FormProvider {...form}>
      <BulkDialog
        move="close"
        count={count}
        ready={ready}
        isRunning={isRunning && job === null}
        job={job}
        followed={followed}
        body={body}
        focus={focus}
        isBlocked={isOver}
        isChecking={plan.isChecking}
        undoSeconds={options?.undoSeconds ?? 0}
        status={
          !options
            ? t("checking", { count })
            : ready === 0
              ? t("nothingReady")
              : isOver
                ? t("refunds.blocked")
                : thenLine(t, options.ready.channels, { seconds: options.undoSeconds, isFinal: true })
        }
        onSubmit={() => {
          form.setValue("languages", options?.languages.map(({ language }) => language) ?? []);
          void submit();
        }}
        onClose={onClose}
      >
        {plan.query.isPending && <LoadingBody />}
        {plan.query.isError && <LoadFailure error={plan.query.error} onRetry={() => void plan.query.refetch()} />}
        {options && (
          <CloseManyFields options={options} problems={problems} onRefund={setRefunding} onLeaveOut={plan.leaveOut}>
            <PreviewGroups
              options={options}
              isClosing
              leftOut={plan.leftOut}
              onLeaveOut={plan.leaveOut}
              onPutBack={plan.putBack}
              choice={null}
            />
          </CloseManyFields>
        )}
      </BulkDialog>
    </FormProvider>
  );
}
