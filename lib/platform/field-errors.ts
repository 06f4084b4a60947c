import type { z } from "zod";

const CODE = /^[a-z]+(_[a-z]+)*$/;

function codeOf(issue: z.core.$ZodIssue): string {
  const isText = "origin" in issue && issue.origin === "string";
  switch (issue.code) {
    case "too_small":
      if (!isText) return "too_small";
      return issue.minimum === 1 ? "required" : "too_short";
    case "too_big":
      return isText ? "too_long" : "too_big";
    case "invalid_type":
      return issue.input === undefined ? "required" : "invalid";
    case "unrecognized_keys":
      return "unknown_field";
    default:
      // A schema of ours may name its own code as the message.
      return CODE.test(issue.message) ? issue.message : "invalid";
  }
}

/** Message codes by path (`address.city`), never a sentence. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), codeOf(issue)];
  }
  return fields;
}
