import { z } from "zod";
import { hasNothingRead } from "../../imports/import-report";
import type { Case } from "../machine";
import { ANYBODY_HERE, type ImportWords, move, sets } from "./move";
import type { ImportSubject } from "./subject";

const runInput = z.object({
  /** Somebody read the warnings and goes on. */
  acceptsWarnings: z.boolean(),
  /** Nothing is authorized by it (P-31). */
  isWithoutAutomation: z.boolean(),
});
type Run = z.infer<typeof runInput>;

/** The worker carries out what its check showed. */
export const run = move({
  from: ["checked"],
  to: "running",
  by: ANYBODY_HERE,
  input: runInput,
  guard: ({ subject }: Case<ImportWords, Run, ImportSubject>) =>
    subject.files.every(({ refusal }) => refusal !== null) || hasNothingRead(subject)
      ? { code: "nothing_to_import" }
      : null,
  asks: {
    warnings: ({ subject, input }) =>
      subject.warnings.length > 0 && !input.acceptsWarnings ? { code: "warnings_not_accepted" } : null,
  },
  effects: ({ input: { isWithoutAutomation = false } }) => [
    sets({ bytesDone: 0, isWithoutAutomation }),
    { kind: "queues" },
  ],
  data: ({ subject, input: { isWithoutAutomation = false } }) => ({
    isWithoutAutomation,
    warnings: subject.warnings.map(({ code }) => code),
  }),
});
