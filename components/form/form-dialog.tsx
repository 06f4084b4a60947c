"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { askBefore } from "@/components/ui/leave-guard";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { FormProblems, type Naming } from "./form-problems";
import { type Sending, useForm } from "./use-form";
import { useFocusFirst, useSubmitKey } from "./use-form-keys";

type Shown = Pick<ComponentProps<typeof Dialog>, "title" | "description" | "size" | "onClose" | "finalFocus">;

type FormDialogProps<Input, Value> = Sending<Input, Value> &
  Naming &
  Shown & {
    isOpen?: boolean;
    /** On the button that sends; it is red where something is given up. */
    submit: string;
    isDangerous?: boolean;
    /** Until there is something to send, there is no button for it. */
    isReady?: boolean;
    cancel?: string;
    /** Said beside the buttons: what will follow, and while it runs that it does. */
    status?: string | undefined;
    running?: string;
    /** Asked before something written in it is let go; left out, nothing is lost. */
    leaving?: string | undefined;
    /** Another act, at the other end of the buttons. */
    aside?: (isSending: boolean) => ReactNode;
    children: ReactNode;
  };

/** A dialog over one act: it stays open until that is done, and says inside what was refused. */
export function FormDialog<Input, Value>(props: FormDialogProps<Input, Value>) {
  const { isOpen = true, submit: label, isDangerous = false, isReady = true, cancel, status, running } = props;
  const { action, read, onDone, onRefused, namedAs, labels, wordsOf, saysOf, onClose, leaving, aside, children } =
    props;
  const common = useTranslations("common");
  const body = useRef<HTMLDivElement>(null);
  const optional = { ...(onRefused && { onRefused }), ...(namedAs && { namedAs }) };
  const { refusal, isSending, submit, clear } = useForm({ action, read, onDone, ...optional });
  useLeaveGuard(leaving !== undefined, leaving ?? "");
  useSubmitKey(body);
  useFocusFirst(body, isReady);
  const end = () => {
    clear();
    onClose();
  };
  const close = () => {
    if (isSending) return;
    if (leaving === undefined) end();
    else askBefore(end);
  };
  return (
    <Dialog
      title={props.title}
      description={props.description}
      {...(props.size && { size: props.size })}
      {...(props.finalFocus !== undefined && { finalFocus: props.finalFocus })}
      isOpen={isOpen}
      onClose={close}
      onSubmit={(event) => (isReady ? submit(event) : event.preventDefault())}
      status={isSending ? (running ?? status) : status}
      footer={
        <>
          {aside?.(isSending)}
          <Button onClick={close} isDisabled={isSending}>
            {cancel ?? common("cancel")}
          </Button>
          {isReady && (
            <Button type="submit" variant={isDangerous ? "danger" : "primary"} isLoading={isSending}>
              {label}
            </Button>
          )}
        </>
      }
    >
      <div ref={body}>
        <FormProblems
          refusal={refusal}
          {...(labels && { labels })}
          {...(wordsOf && { wordsOf })}
          {...(saysOf && { saysOf })}
        >
          {children}
        </FormProblems>
      </div>
    </Dialog>
  );
}
