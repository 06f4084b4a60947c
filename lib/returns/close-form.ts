import { z } from "zod";
import { idSchema } from "../ids";
import { COMMENT_AT_MOST, NOTE_AT_MOST } from "./limits";
import { selectionSchema } from "./selection";

const shared = {
  /** One of ours or of the seller's own, by its code. */
  reason: z.string({ error: "required" }).min(1, { error: "required" }).max(80),
  /** What the dialog saw of the reason. The server judges by its own facts. */
  needsComment: z.boolean(),
  /** Internal; the buyer never sees it. */
  note: z.string().trim().max(NOTE_AT_MOST),
};
const comment = z.string().trim().max(COMMENT_AT_MOST);

/** The dialog *Close request*: a reason, and comments to the buyer where the reason needs them (S2-06). */
export const closeFormSchema = z.strictObject({ returnId: idSchema, comment, ...shared }).check(({ value, issues }) => {
  if (value.needsComment && value.comment === "")
    issues.push({ code: "custom", path: ["comment"], message: "required", input: "" });
});
export type CloseForm = z.infer<typeof closeFormSchema>;

/** The same for many: a comment in each language that the selected buyers read. */
export const closeManyFormSchema = z
  .strictObject({
    key: idSchema,
    selection: selectionSchema,
    languages: z.strictObject({ en: z.boolean(), "zh-CN": z.boolean() }),
    comments: z.strictObject({ en: comment, "zh-CN": comment }),
    ...shared,
  })
  .check(({ value, issues }) => {
    if (!value.needsComment) return;
    const isSilent = Object.values(value.comments).every((text) => text === "");
    for (const language of ["en", "zh-CN"] as const)
      if (value.comments[language] === "" && (value.languages[language] || isSilent))
        issues.push({ code: "custom", path: ["comments", language], message: "required", input: "" });
  });
export type CloseManyForm = z.infer<typeof closeManyFormSchema>;
