import type { z } from "zod";
import type { FIELD_CODES } from "./field-codes";

/** A wrong field of a form: where it stands (`newAddress.city`), and what is wrong with it. */
export type FieldProblem = { path: string; code: (typeof FIELD_CODES)[number] | "rma_malformed" };

/** A text that is asked for, or is too long for its place. */
export function textProblems(path: string, text: string, longest: number, isRequired = false): FieldProblem[] {
  if (text.trim() === "") return isRequired ? [{ path, code: "required" }] : [];
  return text.trim().length > longest ? [{ path, code: "too_long" }] : [];
}

/** Makes a schema say of its fields what the browser says of them too. */
export const judgedBy =
  <Form>(problemsOf: (form: Form) => FieldProblem[]) =>
  ({ value, issues }: z.core.ParsePayload<Form>): void => {
    for (const { path, code } of problemsOf(value))
      issues.push({ code: "custom", path: path.split("."), message: code, input: value });
  };
