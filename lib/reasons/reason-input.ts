import { z } from "zod";
import { FAULTS } from "@/lib/policy/terms/term-choices";

const label = z
  .string()
  .transform((typed) => typed.replace(/\s+/g, " ").trim())
  .pipe(z.string().min(1).max(80));
const kind = z.enum(["return", "close"]);
const code = z.string().trim().max(40);

/** What can be said of a reason; of one of ours, what a closing asks for stays as it is. */
const told = {
  labels: z.strictObject({ en: label, "zh-CN": label }),
  isBuyerVisible: z.boolean(),
  /** Of a return reason; null: as the channel's terms say. */
  fault: z.enum(FAULTS).nullable(),
  needsPhoto: z.boolean(),
  /** Of a close reason. */
  needsComment: z.boolean(),
  carriesRefund: z.boolean(),
};

/** A new reason of the seller's own; an empty code is made of the English label. */
export const newReasonSchema = z.strictObject({ kind, code, ...told });
export type NewReason = z.output<typeof newReasonSchema>;

/** What is to be different about a known one; `seen` is what was open. */
export const saveReasonSchema = z.strictObject({ kind, code: code.min(1), seen: z.string(), ...told });
export type ReasonForm = z.output<typeof saveReasonSchema>;

export const moveReasonSchema = z.strictObject({ kind, code: code.min(1), by: z.literal([-1, 1]) });
export const retireReasonSchema = z.strictObject({ kind, code: code.min(1), isRetired: z.boolean() });
