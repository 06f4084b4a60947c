import { z } from "zod";
import { addressSchema } from "../address";
import { LOCALES, type Locale } from "../i18n/locale";
import { CLOSE_REASON_CODES } from "../policy/close-reasons";
import type { MoveRequest } from "./move-request";

export const COMMENT_AT_MOST = 4000;
export const NOTE_AT_MOST = 2000;
export const INSTRUCTIONS_AT_MOST = 1000;

const note = z.string().trim().min(1).max(NOTE_AT_MOST);

/** One act on many returns, as it is kept with its job. */
export const bulkRequestSchema = z.discriminatedUnion("move", [
  z.object({
    move: z.literal("authorize"),
    /** Null: each channel's default. */
    address: addressSchema.nullable(),
    /** Undefined: each channel's own words. */
    instructions: z.string().trim().max(INSTRUCTIONS_AT_MOST).optional(),
    /** Given: what is out of policy is authorized as well. Left out: it is left for later. */
    overrideNote: note.optional(),
  }),
  z.object({
    move: z.literal("close"),
    reason: z.enum(CLOSE_REASON_CODES),
    /** What buyers are told, by the language they read. */
    comments: z.record(z.enum(LOCALES), z.string().trim().max(COMMENT_AT_MOST)),
    note: note.optional(),
  }),
]);
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

/** The act as the one writer understands it, for returns whose buyers read this language. */
export function moveRequestOf(request: BulkRequest, language: Locale): MoveRequest {
  if (request.move === "close") {
    const { comments, reason, note } = request;
    return { move: "close", reason, comment: comments[language], ...(note ? { note } : {}) };
  }
  const { address, instructions, overrideNote } = request;
  return {
    move: "authorize",
    address,
    label: { kind: "policy" },
    ...(instructions ? { instructions } : {}),
    ...(overrideNote ? { overrideNote } : {}),
  };
}
