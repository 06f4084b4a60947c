import type { z } from "zod";
import type { FieldProblem } from "./field-problem";

/** Makes a schema say of its fields what the browser says of them too. */
export const judgedBy =
  <Form>(problemsOf: (form: Form) => FieldProblem[]) =>
  ({ value, issues }: z.core.ParsePayload<Form>): void => {
    for (const { path, code } of problemsOf(value))
      issues.push({ code: "custom", path: path.split("."), message: code, input: value });
  };
