import type { ActionAnswer } from "@/lib/kernel/action-answer";
import type { FieldProblem } from "@/lib/kernel/field-problem";
import { ok, refuse } from "@/lib/kernel/result";

/** What was typed, or every field of it that the verb would refuse; told by the function that the server asks too. */
export function judged<Input>(input: Input, problemsOf: (input: Input) => FieldProblem[]): ActionAnswer<Input> {
  const problems = problemsOf(input);
  if (problems.length === 0) return ok(input);
  const fields: Record<string, string[]> = {};
  for (const { path, code } of problems) fields[path] = [...(fields[path] ?? []), code];
  return refuse({ code: "invalid", fields });
}
