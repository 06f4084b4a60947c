import { z } from "zod";
import { idSchema } from "../ids";
import { SUBJECT_AT_MOST } from "../notifications/template-form";
import { COMMENT_AT_MOST } from "./limits";

/** The dialog *Message the buyer*. */
export const messageFormSchema = z.strictObject({
  returnId: idSchema,
  /** Made once for each message: the same key again is the same message. */
  key: idSchema,
  subject: z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1).max(SUBJECT_AT_MOST)),
  text: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1).max(COMMENT_AT_MOST)),
});
export type MessageForm = z.output<typeof messageFormSchema>;
