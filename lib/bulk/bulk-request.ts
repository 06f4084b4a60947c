import { z } from "zod";
import { addressSchema } from "@/lib/kernel/address";
import { readingLanguage, textLanguage } from "@/lib/kernel/buyer-languages";
import { idSchema, languageSchema } from "@/lib/kernel/schemas";
import type { MergedReason } from "@/lib/policy/judging/own-reasons";
import {
  COMMENT_AT_MOST,
  EXTENDED_DAYS_AT_MOST,
  INSTRUCTIONS_AT_MOST,
  NOTE_AT_MOST,
  PICKED_AT_MOST,
} from "@/lib/policy/limits";
import { isClosing, isConsent } from "@/lib/policy/machines/return/move-names";
import { fillComment, type MessageFacts } from "@/lib/returns/close-templates";
import type { MoveAct } from "@/lib/returns/move-request";

const note = z.string().trim().min(1).max(NOTE_AT_MOST);

/** One act on many returns, as it is kept with its bulk act. */
export const bulkRequestSchema = z.discriminatedUnion("move", [
  z.object({
    move: z.literal("authorize"),
    /** Null: each channel's default. */
    address: addressSchema.nullable(),
    /** Left out: each channel's own words. */
    instructions: z.string().max(INSTRUCTIONS_AT_MOST).optional(),
    /** Given: what is out of policy is authorized as well. Left out: it is left for later. */
    overrideNote: note.optional(),
    /** Returns of cancelled orders that were confirmed one by one. */
    seen: z.array(idSchema).max(PICKED_AT_MOST).optional(),
  }),
  z.object({
    move: z.literal("close"),
    reason: z.string(),
    /** What buyers are told, by the language they read; its variables are filled for each. */
    comments: z.record(languageSchema, z.string().max(COMMENT_AT_MOST)),
    note: note.optional(),
  }),
  z.object({ move: z.literal("remind") }),
  z.object({ move: z.literal("extend"), days: z.int().min(1).max(EXTENDED_DAYS_AT_MOST) }),
]);
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

type Addressee = MessageFacts & { returnId: string; buyerLocale: string | null };

/** The act as the one writer understands it; each buyer is told in their own language. `chosen` is a closing's reason. */
export function moveRequestOf(
  request: BulkRequest,
  addressees: readonly Addressee[],
  chosen: MergedReason | null,
): Pick<MoveAct, "request" | "each"> {
  if (isConsent(request)) {
    const { seen = [], ...rest } = request;
    return {
      request: { ...rest, label: { kind: "policy" }, isUnseen: true },
      each: Object.fromEntries(seen.map((id) => [id, { isUnseen: false }])),
    };
  }
  if (!isClosing(request)) return { request };
  const { comments, ...rest } = request;
  const commentFor = (addressee: Addressee) => {
    const language = textLanguage(comments, readingLanguage(addressee.buyerLocale)) ?? "";
    return fillComment(
      comments[language] ?? "",
      addressee,
      chosen ?? { code: request.reason, labels: null, isBuyerVisible: true },
      language,
    );
  };
  return {
    request: { ...rest, ...(chosen ? { chosen } : {}), comment: "" },
    each: Object.fromEntries(addressees.map((addressee) => [addressee.returnId, { comment: commentFor(addressee) }])),
  };
}
