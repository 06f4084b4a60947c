"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useAction } from "@/components/use-action";
import { newId } from "@/lib/kernel/ids";
import { type AuthorizeManyForm, authorizeManyProblems, NO_ADDRESS } from "@/lib/returns/authorize-form";
import type { Selection } from "@/lib/returns/shared/selection";
import { useFollowedJob } from "../../_jobs/use-followed-job";
import { authorizeReturns } from "../actions";
import { AuthorizeManyFields } from "./authorize-many-fields";
import { BulkDialog } from "./bulk-dialog";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import { PreviewGroups } from "./preview-groups";
import { resolveWith } from "./resolve-with";
import { thenLine } from "./then-line";
import { useBulkErrors } from "./use-authorize-errors";
import type { FinalFocus } from "./use-final-focus";
import { useSubmitKey } from "./use-form-keys";
import { usePreflight } from "./use-preflight";
import { useProblems } from "./use-problems";

export type ManyProps = {
  selection: Selection;
  count: number;
  focus: FinalFocus;
  onClose: (isDone: boolean) => void;
};

/** *Authorize all selected returns*: what would happen, what to decide, then one job with an outcome for each (S1-16). */
export function AuthorizeMany({ selection: given, count, focus, onClose }: ManyProps) {
  const t = useTranslations("bulk");
  const body = useRef<HTMLDivElement>(null);
  const [chosen] = useState(given);
  const [seen, setSeen] = useState<string[]>([]);
  const [job, setJob] = useState<{ jobId: string; total: number } | null>(null);
  const { problems, ...tell } = useProblems(useBulkErrors());
  const { run, isRunning } = useAction(authorizeReturns);
  const form = useForm<AuthorizeManyForm>({
    resolver: resolveWith(authorizeManyProblems),
    // The key stays for this dialog: however often it is sent, it is one job.
    shouldFocusError: false,
    defaultValues: {
      key: newId(),
      selection: chosen,
      outOfPolicy: "leave",
      overrideNote: "",
      addressId: "default",
      newAddress: NO_ADDRESS,
      hasOwnInstructions: false,
      instructions: "",
    },
  });
  const [addressId, outOfPolicy] = form.watch(["addressId", "outOfPolicy"]);
  const plan = usePreflight(chosen, { move: "authorize", isChannelAddress: addressId === "default", seen });
  const options = plan.query.data;
  const followed = useFollowedJob(job?.jobId ?? null);
  const groups = options ? (outOfPolicy === "authorize" ? [options.ready, options.decide] : [options.ready]) : [];
  const ready = options ? groups.reduce((sum, group) => sum + group.count, 0) : null;
  useSubmitKey(body);

  const submit = form.handleSubmit(async (typed) => {
    if (isRunning || plan.isChecking) return;
    tell.clear();
    const answer = await run({ ...typed, seen, selection: plan.selection });
    if (answer.ok) setJob(answer.value);
    else tell.showRefusal(answer.refusal);
  }, tell.showFields);

  return (
    <FormProvider {...form}>
      <BulkDialog
        move="authorize"
        count={count}
        ready={ready}
        isRunning={isRunning && job === null}
        job={job}
        followed={followed}
        body={body}
        focus={focus}
        isChecking={plan.isChecking}
        undoSeconds={options?.undoSeconds ?? 0}
        status={
          !options
            ? t("checking", { count })
            : ready === 0
              ? t("nothingReady")
              : thenLine(
                  t,
                  groups.flatMap(({ channels }) => channels),
                  { seconds: options.undoSeconds, isFinal: false },
                )
        }
        onSubmit={() => void submit()}
        onClose={onClose}
      >
        {plan.query.isPending && <LoadingBody />}
        {plan.query.isError && <LoadFailure error={plan.query.error} onRetry={() => void plan.query.refetch()} />}
        {options && (
          <AuthorizeManyFields options={options} problems={problems}>
            {(choice) => (
              <PreviewGroups
                options={options}
                isClosing={false}
                leftOut={plan.leftOut}
                onLeaveOut={plan.leaveOut}
                onPutBack={plan.putBack}
                onTakeAlong={(id) => setSeen((ids) => [...ids, id])}
                choice={choice}
              />
            )}
          </AuthorizeManyFields>
        )}
      </BulkDialog>
    </FormProvider>
  );
}
