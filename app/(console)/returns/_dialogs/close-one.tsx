"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { fetchAnswer } from "@/components/fetch-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { askBefore } from "@/components/ui/leave-guard";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useAction } from "@/components/use-action";
import { REACH } from "@/lib/policy/reach";
import { type CloseForm, closeProblems } from "@/lib/returns/close-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";
import { OpenedBy } from "../_presence/opened-by";
import { closeReturn } from "../actions";
import { CloseFields } from "./close-fields";
import { CloseRefused } from "./close-refused";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import { resolveWith } from "./resolve-with";
import { ReturnSummary } from "./return-summary";
import { useCloseErrors } from "./use-close-errors";
import { useDecided } from "./use-decided";
import type { FinalFocus } from "./use-final-focus";
import { useFocusFirst, useSubmitKey } from "./use-form-keys";
import { useProblems } from "./use-problems";

type CloseOneProps = {
  returnId: string;
  startReason?: string | undefined;
  focus: FinalFocus;
  onClose: (isDone: boolean) => void;
  onAuthorizeInstead: () => void;
  onMessageInstead: () => void;
};

/** *Close request*: one request, with a reason, comments to the buyer and an internal note (S2-06). */
export function CloseOne(props: CloseOneProps) {
  const { returnId, startReason, focus, onClose, onAuthorizeInstead, onMessageInstead } = props;
  const t = useTranslations("close");
  const leaving = useTranslations("leaving");
  const common = useTranslations("common");
  const loading = useTranslations("authorize");
  const { problems, ...tell } = useProblems(useCloseErrors());
  const decided = useDecided();
  const body = useRef<HTMLDivElement>(null);
  const { run, isRunning } = useAction(closeReturn);
  const query = useQuery({
    queryKey: ["options", returnId],
    queryFn: ({ signal }) => fetchAnswer<DecisionOptions>(`/api/returns/${returnId}/options`, { signal }),
  });
  const options = query.data;
  const form = useForm<CloseForm>({
    resolver: resolveWith(closeProblems),
    defaultValues: { returnId, needsComment: true, comment: "", note: "" },
    shouldFocusError: false,
  });
  const refused = options?.refusals.close ?? null;
  const isOpen = options !== undefined && refused === null;
  useLeaveGuard(isOpen && form.formState.isDirty, leaving("decision"));
  useSubmitKey(body);
  useFocusFirst(body, isOpen);

  // A template that was only looked at is nothing to lose.
  const hasWritten = () => {
    const { reason, comment, note } = form.getValues();
    return note !== "" || (comment !== "" && comment !== options?.closeTemplates[reason]?.text);
  };
  const leave = () => (hasWritten() ? askBefore(() => onClose(false)) : onClose(false));

  const submit = form.handleSubmit(async (typed) => {
    if (isRunning || !options || !isOpen) return;
    tell.clear();
    const answer = await run(typed);
    if (!answer.ok) {
      tell.showRefusal(answer.refusal);
      return;
    }
    const { mode, marketplace } = options.channel;
    decided({
      returnId,
      eventId: answer.value.eventId,
      name: `R-${options.number}`,
      title: t("done", { number: `R-${options.number}` }),
      description: REACH[mode].mustBeTold ? loading("doneMirrored", { marketplace }) : loading("doneManaged"),
      undoSeconds: options.undoSeconds,
    });
    focus.markDone();
    onClose(true);
  }, tell.showFields);

  return (
    <FormProvider {...form}>
      <Dialog
        isOpen
        onClose={() => !isRunning && leave()}
        title={t("title", { number: options ? `R-${options.number}` : "" })}
        status={
          isRunning ? t("running") : query.isPending ? loading("loading") : isOpen ? thenText(t, options) : undefined
        }
        onSubmit={(event) => void submit(event)}
        finalFocus={focus.finalFocus}
        footer={
          <>
            <Button onClick={leave} isDisabled={isRunning}>
              {common("cancel")}
            </Button>
            {isOpen && (
              <Button type="submit" variant="primary" isLoading={isRunning}>
                {t("submit")}
              </Button>
            )}
          </>
        }
      >
        <div ref={body}>
          <OpenedBy returnId={returnId} doing="closing" />
          {query.isPending && <LoadingBody />}
          {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
          {options && refused && (
            <>
              <ReturnSummary options={options} />
              <CloseRefused refusal={refused} onAuthorizeInstead={onAuthorizeInstead} />
            </>
          )}
          {isOpen && (
            <>
              <ErrorSummary key={problems.attempt} errors={problems.list} />
              <ReturnSummary options={options} />
              <CloseFields options={options} startReason={startReason} onMessageInstead={onMessageInstead} />
            </>
          )}
        </div>
      </Dialog>
    </FormProvider>
  );
}

type Words = ReturnType<typeof useTranslations<"close">>;

const thenText = (t: Words, { channel, undoSeconds: seconds }: DecisionOptions): string =>
  t(`then.${channel.mode}`, { seconds, marketplace: channel.marketplace });
