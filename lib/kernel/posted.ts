import type { ActionRefusal } from "./action-answer";

/** What a form that the browser itself posted comes back with: why it was refused, and what was typed, but for passwords. */
export type Posted = { refusal: ActionRefusal | null; isDone: boolean; typed: Readonly<Record<string, string>> };

/** Beside its fields: for which shop a form was drawn, and what of its act's input nobody types. */
export const POSTED_SELLER = "$seller";
export const POSTED_INPUT = "$input";

export const NOT_POSTED: Posted = { refusal: null, isDone: false, typed: {} };

/** Fields of a form as they were typed; one that it does not have is empty. */
export function textsOf<Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
  const text = (name: Name) => {
    const typed = form.get(name);
    return typeof typed === "string" ? typed : "";
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}
