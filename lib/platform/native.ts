import "server-only";
import { redirect } from "next/navigation";
import type { ActionAnswer, Envelope } from "@/lib/kernel/action-answer";
import type { Posted } from "@/lib/kernel/posted";
import { declarationOf, declareAction } from "./declared-action";

type Native<Input, Value> = {
  /** The form's fields as the act takes them. */
  read: (form: FormData) => Input;
  /** Where its person goes on; left out, the page says itself that it is done. */
  leadsTo?: (value: Value, form: FormData) => Promise<string> | string;
};

/** Of what the browser sends again: neither a password nor what React keeps in the form for itself. */
const mayStay = ([name, value]: [string, FormDataEntryValue]): boolean =>
  typeof value === "string" && !name.startsWith("$") && !name.endsWith("password");

/**
 * The half of an act that a browser reaches by itself, without scripts or before they run: the form's own post. Scripts
 * call the act, because an answer that sets a cookie would draw the page anew beneath what is typed.
 */
export function native<Input, Value>(
  act: (envelope: Envelope<Input>) => Promise<ActionAnswer<Value>>,
  { read, leadsTo }: Native<Input, Value>,
): (before: Posted, form: FormData) => Promise<Posted> {
  const declaration = declarationOf(act);
  if (!declaration) throw new Error("only a declared act has a native half");
  const post = async (_: Posted, form: FormData): Promise<Posted> => {
    const answer = await act({ sellerId: null, input: read(form) });
    const typed = Object.fromEntries([...form].filter(mayStay)) as Record<string, string>;
    if (!answer.ok) return { refusal: answer.refusal, isDone: false, typed };
    if (leadsTo) redirect(await leadsTo(answer.value, form));
    return { refusal: null, isDone: true, typed };
  };
  return declareAction(post, { ...declaration, isNative: true });
}
