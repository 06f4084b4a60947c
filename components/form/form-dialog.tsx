"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblems, type Naming } from "./form-problems";
import { type Sending, useForm } from "./use-form";

type Shown = Pick<ComponentProps<typeof Dialog>, "title" | "description" | "size" | "onClose" | "finalFocus">;

type FormDialogProps<Input, Value> = Sending<Input, Value> &
  Naming &
  Shown & {
    isOpen?: boolean;
    /** On the button that sends; it is red where something is given up. */
    submit: string;
    isDangerous?: boolean;
    cancel?: string;
    /** Said while it runs. */
    running?: string;
    /** Another act, at the other end of the buttons. */
    aside?: (isSending: boolean) => ReactNode;
    children: ReactNode;
  };

/** A dialog over one act: it stays open until that is done, and says inside what was refused. */
export function FormDialog<Input, Value>(props: FormDialogProps<Input, Value>) {
  const { isOpen = true, submit: label, isDangerous = false, cancel, running, aside, children, ...rest } = props;
  const { action, read, onDone, onRefused, labels, wordsOf, saysOf, onClose, ...shown } = rest;
  const common = useTranslations("common");
  const { refusal, isSending, submit, clear } = useForm({ action, read, onDone, ...(onRefused && { onRefused }) });
  const close = () => {
    if (isSending) return;
    clear();
    onClose();
  };
  return (
    <Dialog
      {...shown}
      isOpen={isOpen}
      onClose={close}
      onSubmit={submit}
      status={isSending ? running : undefined}
      footer={
        <>
          {aside?.(isSending)}
          <Button onClick={close} isDisabled={isSending}>
            {cancel ?? common("cancel")}
          </Button>
          <Button type="submit" variant={isDangerous ? "danger" : "primary"} isLoading={isSending}>
            {label}
          </Button>
        </>
      }
    >
      <FormProblems
        refusal={refusal}
        {...(labels && { labels })}
        {...(wordsOf && { wordsOf })}
        {...(saysOf && { saysOf })}
      >
        {children}
      </FormProblems>
    </Dialog>
  );
}
