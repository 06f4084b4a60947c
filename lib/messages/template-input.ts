import { z } from "zod";
import { languageSchema } from "@/lib/kernel/schemas";
import { COMMENT_AT_MOST } from "@/lib/policy/limits";
import { TEMPLATE_KINDS, type TemplateKind } from "@/lib/policy/messages/message";
import { MESSAGE_REASONS, SUBJECT_AT_MOST, templateReasons } from "@/lib/policy/messages/template-texts";

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
export const saveTemplateSchema = z
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
export type TemplateForm = z.infer<typeof saveTemplateSchema>;

/** *Reset to default*. */
export const templateResetSchema = z.strictObject(named).refine(isOffered, { path: ["reason"], error: "invalid" });
export type TemplateReset = z.infer<typeof templateResetSchema>;
