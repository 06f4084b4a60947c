import type { z } from "zod";
import type { Permission } from "@/lib/policy/permissions";

/** What an action says of itself. */
export type DeclaredAction = {
  name: string;
  seam: "seller" | "account" | "public";
  needs: Permission | null;
  input: z.ZodType;
  /** Posted by a form itself, as `(before, form)`. */
  isNative?: true;
};
const declared = new WeakMap<object, DeclaredAction>();

/** A "use server" file can export nothing but the function, so what it is stands here, by it. */
export function declareAction<Action extends object>(action: Action, declaration: DeclaredAction): Action {
  declared.set(action, declaration);
  return action;
}

export const declarationOf = (action: object): DeclaredAction | undefined => declared.get(action);
