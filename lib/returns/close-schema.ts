import { z } from "zod";
import { idSchema } from "../id-schema";
import { judgedBy } from "../judged-by";
import { type CloseForm, type CloseManyForm, closeManyProblems, closeProblems } from "./close-form";
import { selectionSchema } from "./selection";

const shared = {
  reason: z.string().max(80),
  needsComment: z.boolean(),
  note: z.string().trim(),
};
const comment = z.string().trim();

export const closeFormSchema = z
  .strictObject({ returnId: idSchema, comment, ...shared })
  .check(judgedBy(closeProblems)) satisfies z.ZodType<CloseForm>;

export const closeManyFormSchema = z
  .strictObject({
    key: idSchema,
    selection: selectionSchema,
    languages: z.strictObject({ en: z.boolean(), "zh-CN": z.boolean() }),
    comments: z.strictObject({ en: comment, "zh-CN": comment }),
    ...shared,
  })
  .check(judgedBy(closeManyProblems)) satisfies z.ZodType<CloseManyForm>;
