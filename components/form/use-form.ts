"use client";

import { type FormEvent, startTransition, useActionState } from "react";
import { useAction } from "@/components/use-action";
import type { ActionAnswer, ActionRefusal, Envelope } from "@/lib/kernel/action-answer";
import type { FieldProblem } from "@/lib/kernel/field-problem";
import { NOT_POSTED, type Posted } from "@/lib/kernel/posted";
import { ok, refuse } from "@/lib/kernel/result";

/** The form as the browser posts it by itself, and what it came back with. */
export type NativePost = {
  post: (form: FormData) => void;
  came: Posted;
  /** What is pressed before scripts answer waits for them, because they would do it better. */
  isHeld?: true;
};
export type PostedAct = (before: Posted, form: FormData) => Promise<Posted>;

export function useNativePost(action: PostedAct): NativePost {
  const [came, post] = useActionState(action, NOT_POSTED);
  return { post, came };
}

export type Sending<Input, Value> = {
  action: (envelope: Envelope<Input>) => Promise<ActionAnswer<Value>>;
  /** What is sent, in the words of the verb's own schema; what is refused here is shown, and nothing is sent. */
  read: (typed: FormData) => ActionAnswer<Input>;
  /** What follows; as long as it runs, the form goes on waiting. */
  onDone: (value: Value, sent: Input, form: HTMLFormElement) => void | Promise<void>;
  /** A refusal by the names of this form's fields, where the verb names them otherwise. */
  namedAs?: (refusal: ActionRefusal, sent: Input) => ActionRefusal;
  /** For what is told elsewhere, or is as good as done: whether nothing is left to be shown here. */
  onRefused?: (refusal: ActionRefusal) => boolean;
  /** What the form begins with, where the browser posted it by itself. */
  came?: ActionRefusal | null;
};

/** Sends a form to its action once at a time; what was typed stays where it is, whatever is answered. */
export function useForm<Input, Value>({
  action,
  read,
  onDone,
  namedAs,
  onRefused,
  came = null,
}: Sending<Input, Value>) {
  const { run } = useAction(action);
  const [refusal, send, isSending] = useActionState(
    async (_: ActionRefusal | null, form: HTMLFormElement | null): Promise<ActionRefusal | null> => {
      if (form === null) return null;
      const asked = read(new FormData(form));
      if (!asked.ok) return asked.refusal;
      const answer = await run(asked.value);
      if (!answer.ok) {
        const refused = namedAs?.(answer.refusal, asked.value) ?? answer.refusal;
        return onRefused?.(refused) ? null : refused;
      }
      await onDone(answer.value, asked.value, form);
      return null;
    },
    came,
  );
  return {
    /** Gone while the next attempt runs, so that the same refusal is told again. */
    refusal: isSending ? null : refusal,
    isSending,
    clear: () => startTransition(() => send(null)),
    submit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const form = event.currentTarget;
      if (!isSending) startTransition(() => send(form));
    },
  };
}

/** What was typed, or every field of it that the verb would refuse; told by the function that the server asks too. */
export function judged<Input>(input: Input, problemsOf: (input: Input) => FieldProblem[]): ActionAnswer<Input> {
  const problems = problemsOf(input);
  if (problems.length === 0) return ok(input);
  const fields: Record<string, string[]> = {};
  for (const { path, code } of problems) fields[path] = [...(fields[path] ?? []), code];
  return refuse({ code: "invalid", fields });
}
