import { z } from "zod";
import { judgedBy } from "@/lib/kernel/field-problem";
import { idSchema, languageSchema } from "@/lib/kernel/schemas";
import { type CloseForm, type CloseManyForm, closeManyProblems, closeProblems } from "./close-form";
import { selectionSchema } from "./shared/selection";

const shared = {
  reason: z.string().max(80),
  needsComment: z.boolean(),
  note: z.string().trim(),
};
const comment = z.string().trim();
const LANGUAGES_AT_MOST = 100;

export const closeReturnSchema = z
  .strictObject({ returnId: idSchema, comment, ...shared })
  .check(judgedBy(closeProblems)) satisfies z.ZodType<CloseForm>;

export const closeManySchema = z
  .strictObject({
    key: idSchema,
    selection: selectionSchema,
    languages: z.array(languageSchema).max(LANGUAGES_AT_MOST),
    comments: z
      .record(languageSchema, comment)
      .refine((texts) => Object.keys(texts).length <= LANGUAGES_AT_MOST, { error: "too_many" }),
    ...shared,
  })
  .check(judgedBy(closeManyProblems)) satisfies z.ZodType<CloseManyForm>;
