"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { fetchAnswer } from "@/components/fetch-answer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { askBefore } from "@/components/ui/leave-guard";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useAction } from "@/components/use-action";
import { newId } from "@/lib/kernel/ids";
import { shownText } from "@/lib/kernel/shown-text";
import { type MessageForm, messageProblems } from "@/lib/returns/message-form";
import type { MessageOptions } from "@/lib/returns/message-options";
import { OpenedBy } from "../_presence/opened-by";
import { messageBuyer } from "../actions";
import { LoadFailure } from "./load-failure";
import { LoadingBody } from "./loading-body";
import { MessageFields } from "./message-fields";
import { NothingSent } from "./nothing-sent";
import { resolveWith } from "./resolve-with";
import { useDecided } from "./use-decided";
import type { FinalFocus } from "./use-final-focus";
import { useFocusFirst, useSubmitKey } from "./use-form-keys";
import { useMessageErrors } from "./use-message-errors";
import { useProblems } from "./use-problems";

type MessageOneProps = {
  returnId: string;
  /** The template that it begins with, where it is offered for this return. */
  startReason?: string | undefined;
  focus: FinalFocus;
  onClose: (isDone: boolean) => void;
};

/** *Message the buyer*: sent from here on a managed channel, and a text to copy where the marketplace carries it. */
export function MessageOne({ returnId, startReason, focus, onClose }: MessageOneProps) {
  const t = useTranslations("message");
  const common = useTranslations("common");
  const leaving = useTranslations("leaving");
  const loading = useTranslations("authorize");
  const body = useRef<HTMLDivElement>(null);
  // One for this message: sent again after a lost answer, it is the same one.
  const [key] = useState(newId);
  const { problems, ...tell } = useProblems(useMessageErrors());
  const decided = useDecided();
  const { run, isRunning } = useAction(messageBuyer);
  const query = useQuery({
    queryKey: ["message", returnId],
    queryFn: ({ signal }) => fetchAnswer<MessageOptions>(`/api/returns/${returnId}/message`, { signal }),
  });
  const options = useMemo(() => begunWith(startReason, query.data), [startReason, query.data]);
  const values = useMemo(() => startOf(returnId, key, options), [returnId, key, options]);
  const form = useForm<MessageForm>({ resolver: resolveWith(messageProblems), values, shouldFocusError: false });
  const isOpen = options !== undefined && options.refusal === null;
  const name = options ? `R-${options.number}` : "";
  useLeaveGuard(isOpen && form.formState.isDirty, leaving("message"));
  useSubmitKey(body);
  useFocusFirst(body, options !== undefined);

  const submit = form.handleSubmit(async (typed) => {
    if (isRunning || !isOpen) return;
    tell.clear();
    const answer = await run(typed);
    if (!answer.ok) return tell.showRefusal(answer.refusal);
    const seconds = options.undoSeconds;
    decided({
      returnId,
      eventId: answer.value.eventId,
      name,
      title: t("done", { number: name }),
      description: seconds === 0 ? t("doneLeaving") : t("doneWaiting", { seconds }),
      undoSeconds: seconds,
      isMessage: true,
    });
    onClose(false);
  }, tell.showFields);

  return (
    <FormProvider {...form}>
      <Dialog
        isOpen
        onClose={() => !isRunning && askBefore(() => onClose(false))}
        title={options ? t("title", { number: name }) : t("titleShort")}
        {...(options
          ? {
              description: t("about", {
                item: shownText(options.itemName ?? loading("untitled")),
                order: options.orderNumber,
              }),
            }
          : {})}
        status={
          isRunning
            ? t("running")
            : query.isPending
              ? loading("loading")
              : isOpen
                ? t("then", { seconds: options.undoSeconds })
                : undefined
        }
        onSubmit={(event) => void submit(event)}
        finalFocus={focus.finalFocus}
        footer={
          <>
            <Button onClick={() => askBefore(() => onClose(false))} isDisabled={isRunning}>
              {common(isOpen ? "cancel" : "close")}
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
          <OpenedBy returnId={returnId} doing="writing" />
          {query.isPending && <LoadingBody />}
          {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
          {options && (
            <>
              <ErrorSummary key={problems.attempt} errors={problems.list} />
              <NothingSent options={options} />
              <MessageFields options={options} />
            </>
          )}
        </div>
      </Dialog>
    </FormProvider>
  );
}

/** The texts with the one to begin with; what is not offered for this return is not begun with. */
const begunWith = (reason: string | undefined, options?: MessageOptions): MessageOptions | undefined => {
  const wanted = options?.texts.find((text) => text.reason === reason);
  return options && wanted ? { ...options, suggested: wanted.reason } : options;
};

function startOf(returnId: string, key: string, options?: MessageOptions): MessageForm {
  const text = options?.texts.find(({ reason }) => reason === options.suggested);
  return { returnId, key, subject: text?.subject ?? "", text: text?.body ?? "" };
}
