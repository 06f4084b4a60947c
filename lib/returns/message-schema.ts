import { z } from "zod";
import { judgedBy } from "@/lib/kernel/field-problem";
import { idSchema, languageSchema } from "@/lib/kernel/schemas";
import {
  type MessageForm,
  type MessageManyForm,
  messageManyProblems,
  messageProblems,
  plainSubject,
  plainText,
} from "./message-form";
import { selectionSchema } from "./shared/selection";

const written = {
  subject: z.string().transform(plainSubject),
  text: z.string().transform(plainText),
};

export const messageBuyerSchema = z
  .strictObject({ returnId: idSchema, key: idSchema, ...written })
  .check(judgedBy(messageProblems)) satisfies z.ZodType<MessageForm>;

export const messageBuyersSchema = z
  .strictObject({ key: idSchema, selection: selectionSchema, texts: z.record(languageSchema, z.strictObject(written)) })
  .check(judgedBy(messageManyProblems)) satisfies z.ZodType<MessageManyForm>;
