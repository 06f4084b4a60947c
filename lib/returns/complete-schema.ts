import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { NOTE_AT_MOST } from "@/lib/policy/limits";
import { COMPLETION_REASONS, needsNote } from "@/lib/policy/machines/return/completion-reasons";

/** Ends a return without a further refund; a reason that says nothing by itself needs its note. */
export const completeSchema = z
  .strictObject({
    returnId: idSchema,
    why: z.enum(COMPLETION_REASONS, { error: "required" }),
    note: z.string().trim().max(NOTE_AT_MOST),
  })
  .refine(({ why, note }) => !needsNote(why) || note !== "", { path: ["note"], error: "required" });
