"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
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

type ComposerProps = {
  returnId: string;
  /** What it invites to. */
  label: string;
  /** Templates as next steps, where nothing was said yet. */
  steps: readonly { reason: string; label: string }[];
};

/** Where a message to the buyer is written on the page: a line until somebody wants to write. */
export function Composer({ returnId, label, steps }: ComposerProps) {
  const [open, setOpen] = useState<{ reason: string | undefined } | null>(null);
  const starter = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    requestAnimationFrame(() => starter.current?.focus());
  };
  if (open)
    return (
      <QueryScope>
        <Written returnId={returnId} startReason={open.reason} onClose={close} />
      </QueryScope>
    );
  return (
    <>
      {steps.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {steps.map((step) => (
            <button
              key={step.reason}
              type="button"
              onClick={() => setOpen({ reason: step.reason })}
              className="inline-flex min-h-7 items-center rounded-full border border-line px-2.5 text-small hover:border-control pointer-coarse:min-h-11"
            >
              {step.label}
            </button>
          ))}
        </div>
      )}
      <button
        ref={starter}
        type="button"
        onClick={() => setOpen({ reason: undefined })}
        className="flex min-h-10 w-full cursor-text items-center rounded-control border border-control bg-surface px-3 text-start text-subtle hover:border-fg pointer-coarse:min-h-11"
      >
        {label}
      </button>
    </>
  );
}

type WrittenProps = { returnId: string; startReason: string | undefined; onClose: () => void };

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
