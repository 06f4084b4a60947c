import { z } from "zod";
import { idSchema } from "@/lib/kernel/id-schema";
import { judgedBy } from "@/lib/kernel/judged-by";
import { type MessageForm, messageProblems, plainSubject, plainText } from "./message-form";

export const messageFormSchema = z
  .strictObject({
    returnId: idSchema,
    key: idSchema,
    subject: z.string().transform(plainSubject),
    text: z.string().transform(plainText),
  })
  .check(judgedBy(messageProblems)) satisfies z.ZodType<MessageForm>;
