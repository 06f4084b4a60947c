import "server-only";
import { redirect } from "next/navigation";
import type { ActionAnswer, Envelope } from "@/lib/kernel/action-answer";
import { POSTED_SELLER, type Posted } from "@/lib/kernel/posted";
import { declarationOf, declareAction } from "./declared-action";

type Native<Input, Value> = {
  /** The form's fields as the act takes them. */
  read: (form: FormData) => Input;
  /** Where its person goes on; left out, the page says itself that it is done. */
  leadsTo?: (value: Value, form: FormData) => Promise<string> | string;
};

/** Of what the browser sends again: neither a password nor what React and the form keep for themselves. */
const mayStay = ([name, value]: [string, FormDataEntryValue]): boolean =>
  typeof value === "string" && !name.startsWith("$") && !/password$/i.test(name);

/** The shop that a form was drawn for. */
export const sellerIn = (form: FormData): string | null => {
  const sellerId = form.get(POSTED_SELLER);
  return typeof sellerId === "string" && sellerId !== "" ? sellerId : null;
};

/** What the page is drawn with when its form was posted by the browser. */
export const cameBack = (answer: ActionAnswer<unknown>, form: FormData): Posted => ({
  refusal: answer.ok ? null : answer.refusal,
  isDone: answer.ok,
  typed: Object.fromEntries([...form].filter(mayStay)) as Record<string, string>,
});

/**
 * The half of an act that a browser reaches by itself, where its form is not the act's input or leads on elsewhere: any
 * other form is taken by the act. Scripts call the act, because an answer that sets a cookie would draw the page anew
 * beneath what is typed.
 */
export function native<Input, Value>(
  act: (envelope: Envelope<Input>) => Promise<ActionAnswer<Value>>,
  { read, leadsTo }: Native<Input, Value>,
): (before: Posted, form: FormData) => Promise<Posted> {
  const declaration = declarationOf(act);
  if (!declaration) throw new Error("only a declared act has a native half");
  const post = async (_: Posted, form: FormData): Promise<Posted> => {
    const answer = await act({ sellerId: sellerIn(form), input: read(form) });
    if (answer.ok && leadsTo) redirect(await leadsTo(answer.value, form));
    return cameBack(answer, form);
  };
  return declareAction(post, { ...declaration, isNative: true });
}
