import { type FieldError, type FieldErrors, type FieldValues, get, type Resolver, set } from "react-hook-form";
import type { FieldProblem } from "@/lib/kernel/field-problem";

/** Judges a dialog's fields by the function that the server judges them by too. */
export const resolveWith =
  <Form extends FieldValues>(problemsOf: (form: Form) => FieldProblem[]): Resolver<Form> =>
  (values, _context, { fields }) => {
    const problems = problemsOf(values);
    if (problems.length === 0) return { values, errors: {} };
    const errors: FieldErrors<Form> = {};
    for (const { path, code } of problems) {
      const field: Pick<FieldError, "ref"> | undefined = get(fields, path);
      set(errors, path, { type: code, message: code, ref: field?.ref });
    }
    return { values: {}, errors };
  };
