"use client";

import { createContext, type ReactNode, useContext } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { FormProblems, type Naming } from "./form-problems";
import { CameDone, CameTyped, PostedBeside, postedBy } from "./posted-parts";
import { type NativePost, type PostedAct, type Sending, useForm, useNativePost } from "./use-form";
import { guardIme } from "./use-form-keys";

const IsSending = createContext(false);

type Common<Input, Value> = Omit<Sending<Input, Value>, "came"> &
  Naming & { className?: string; onChange?: () => void; children: ReactNode };
type FormProps<Input, Value> = Common<Input, Value> &
  (
    | { native: NativePost }
    /** `start`: what of the act's input no field holds, and what the fields begin with. */
    | { native?: undefined; action: PostedAct; start?: unknown }
  );

/** A form of a page, over one act; without scripts the browser posts it to the same act. */
export function Form<Input, Value>(props: FormProps<Input, Value>) {
  return props.native ? <FormOver {...props} native={props.native} /> : <ActForm {...props} action={props.action} />;
}

type ActFormProps<Input, Value> = Common<Input, Value> & { action: PostedAct; start?: unknown };

function ActForm<Input, Value>({ start, children, ...rest }: ActFormProps<Input, Value>) {
  const native = useNativePost(rest.action);
  return (
    <FormOver {...rest} native={{ ...native, isHeld: true }}>
      <PostedBeside start={start} />
      <CameDone came={native.came} />
      {children}
    </FormOver>
  );
}

function FormOver<Input, Value>(props: Common<Input, Value> & { native: NativePost }) {
  const { labels, wordsOf, saysOf, className, onChange, native, children, ...sending } = props;
  const { refusal, isSending, submit } = useForm({ ...sending, came: native.came.refusal });
  return (
    <form
      {...postedBy(native)}
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
        <CameTyped native={native}>
          <IsSending value={isSending}>{children}</IsSending>
        </CameTyped>
      </FormProblems>
    </form>
  );
}

/** What sends the form around it. */
export function SubmitButton({ isLoading = false, ...rest }: ButtonProps) {
  const isSending = useContext(IsSending);
  return <Button variant="primary" {...rest} type="submit" isLoading={isSending || isLoading} />;
}
