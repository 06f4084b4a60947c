import { reasonName } from "@/lib/policy/judging/fault";
import { openReasons, type ReasonRow } from "@/lib/policy/judging/own-reasons";

/** The return reasons that a rule may name. */
export const reasonChoices = (rows: readonly ReasonRow[]): string[] =>
  openReasons(rows, "return").map(({ code }) => reasonName(code));
