"use client";

import { createContext, type ReactNode, useContext } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FormProblems, type Naming } from "./form-problems";
import { type Sending, useForm } from "./use-form";
import { guardIme } from "./use-form-keys";

const IsSending = createContext(false);

type FormProps<Input, Value> = Sending<Input, Value> &
  Naming & { className?: string; onChange?: () => void; children: ReactNode };

/** A form of a page, over one act. */
export function Form<Input, Value>(props: FormProps<Input, Value>) {
  const { labels, wordsOf, saysOf, className, onChange, children, ...sending } = props;
  const { refusal, isSending, submit } = useForm(sending);
  return (
    <form
      {...(props.native ? { action: props.native.post } : { method: "post" })}
      noValidate
      onSubmit={submit}
      onChange={onChange}
      onKeyDown={guardIme}
      className={className}
      aria-busy={isSending}
    >
      <FormProblems
        refusal={refusal}
        {...(labels && { labels })}
        {...(wordsOf && { wordsOf })}
        {...(saysOf && { saysOf })}
      >
        <IsSending value={isSending}>{children}</IsSending>
      </FormProblems>
    </form>
  );
}

/** What sends the form around it. */
export function SubmitButton({ isLoading = false, ...rest }: ButtonProps) {
  const isSending = useContext(IsSending);
  return <Button variant="primary" {...rest} type="submit" isLoading={isSending || isLoading} />;
}
