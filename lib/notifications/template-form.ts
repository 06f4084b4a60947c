import { z } from "zod";
import { languageSchema } from "../i18n/buyer-languages";
import { COMMENT_AT_MOST } from "../returns/limits";
import type { Variable } from "./fill-template";
import { TEMPLATE_KINDS, type TemplateKind } from "./message";

export const SUBJECT_AT_MOST = 200;

/** Messages that a person picks when writing to a buyer; empty: a neutral one (S4-10, S2-11, S3-10). */
export const MESSAGE_REASONS = ["", "what_does_not_match", "shipping_cost", "on_its_way"] as const;

/** For what a kind can have words of its own; empty: whatever the reason. A closing's are the seller's to name. */
export function templateReasons(kind: TemplateKind, closeReasons: readonly string[]): readonly string[] {
  if (kind === "buyer.closed") return ["", ...closeReasons];
  return kind === "buyer.message" ? MESSAGE_REASONS : [""];
}

const OF_THE_RETURN = ["buyerName", "itemName", "orderNumber", "shopName", "returnNumber"] as const;

/** What is known when a message of the kind is written. */
export const OFFERED_VARIABLES: Record<TemplateKind, readonly Variable[]> = {
  "buyer.authorized": [...OF_THE_RETURN, "rma", "returnAddress", "instructions", "sendBackBy"],
  "buyer.closed": [...OF_THE_RETURN, "reason"],
  "buyer.message": [...OF_THE_RETURN, "rma", "returnCost"],
};

const named = {
  kind: z.enum(TEMPLATE_KINDS),
  locale: languageSchema,
  reason: z.string(),
  /** The version that was open; 0: none, ours were shown. */
  seen: z.int().min(0),
};

type Named = { kind: TemplateKind; reason: string };
const isOwnMessage = (reason: string) => MESSAGE_REASONS.some((known) => known !== "" && known === reason);
const isOffered = ({ kind, reason }: Named) =>
  kind === "buyer.closed"
    ? /^[a-z0-9_]{0,80}$/.test(reason) && !isOwnMessage(reason)
    : templateReasons(kind, []).includes(reason);

/** One text of the seller's own, as its page sends it. */
export const templateFormSchema = z
  .strictObject({
    ...named,
    subject: z
      .string()
      .transform((text) => text.replace(/\s+/g, " ").trim())
      .pipe(z.string().min(1).max(SUBJECT_AT_MOST)),
    body: z
      .string()
      .transform((text) => text.replaceAll("\r\n", "\n").trim())
      .pipe(z.string().min(1).max(COMMENT_AT_MOST)),
  })
  .refine(isOffered, { path: ["reason"], error: "invalid" });
export type TemplateForm = z.infer<typeof templateFormSchema>;

/** *Reset to default*. */
export const templateResetSchema = z.strictObject(named).refine(isOffered, { path: ["reason"], error: "invalid" });
export type TemplateReset = z.infer<typeof templateResetSchema>;
