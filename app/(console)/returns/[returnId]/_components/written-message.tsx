"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { FormProblems } from "@/components/form/form-problems";
import { useForm } from "@/components/form/use-form";
import { useFocusFirst } from "@/components/form/use-form-keys";
import { QueryScope } from "@/components/query-scope";
import { Button } from "@/components/ui/button";
import { askBefore } from "@/components/ui/leave-guard";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { LoadFailure } from "../../_dialogs/load-failure";
import { LoadingBody } from "../../_dialogs/loading-body";
import { MessageFields } from "../../_dialogs/message-fields";
import { useMessage } from "../../_dialogs/use-message";

type WrittenProps = { returnId: string; startReason: string | undefined; onClose: () => void };

/** The message to the buyer as it is written on the page; fetched when somebody begins. */
export const WrittenMessage = (props: WrittenProps) => (
  <QueryScope>
    <Written {...props} />
  </QueryScope>
);

function Written({ returnId, startReason, onClose }: WrittenProps) {
  const t = useTranslations("message");
  const common = useTranslations("common");
  const leaving = useTranslations("leaving");
  const body = useRef<HTMLFormElement>(null);
  const { query, options, typed, sending, naming, isOpen } = useMessage(returnId, startReason, onClose);
  const { refusal, isSending, submit } = useForm(sending);
  const isWritten = isOpen && typed.changed.length > 0;
  useLeaveGuard(isWritten, leaving("message"));
  useFocusFirst(body, isOpen);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form
      ref={body}
      onSubmit={(event) => (isOpen ? submit(event) : event.preventDefault())}
      onKeyDown={onKeyDown}
      className="rounded-card border border-control px-3.5 pt-3 pb-2.5"
    >
      <FormProblems refusal={refusal} {...naming}>
        {query.isPending && <LoadingBody />}
        {query.isError && <LoadFailure error={query.error} onRetry={() => void query.refetch()} />}
        {options && <MessageFields options={options} values={typed.values} onChange={typed.set} />}
      </FormProblems>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {isOpen && (
          <span className="me-auto text-small text-subtle">
            {isSending ? t("running") : t("then", { seconds: options?.undoSeconds ?? 0 })}
          </span>
        )}
        <Button size="sm" isDisabled={isSending} onClick={() => (isWritten ? askBefore(onClose) : onClose())}>
          {common("cancel")}
        </Button>
        {isOpen && (
          <Button type="submit" size="sm" variant="primary" isLoading={isSending}>
            {t("submit")}
          </Button>
        )}
      </div>
    </form>
  );
}
