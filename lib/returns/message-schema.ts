import { z } from "zod";
import { judgedBy } from "@/lib/kernel/field-problem";
import { idSchema } from "@/lib/kernel/schemas";
import { type MessageForm, messageProblems, plainSubject, plainText } from "./message-form";

export const messageFormSchema = z
  .strictObject({
    returnId: idSchema,
    key: idSchema,
    subject: z.string().transform(plainSubject),
    text: z.string().transform(plainText),
  })
  .check(judgedBy(messageProblems)) satisfies z.ZodType<MessageForm>;
