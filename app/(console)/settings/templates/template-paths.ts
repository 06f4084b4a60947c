import { TEMPLATE_KINDS, type TemplateKind } from "@/lib/notifications/message";
import { templateReasons } from "@/lib/notifications/template-form";

/** How a kind is called in an address and in the message files. */
export const SLUGS = {
  "buyer.authorized": "authorized",
  "buyer.closed": "closed",
  "buyer.message": "message",
} as const satisfies Record<TemplateKind, string>;

export const kindOf = (slug: string): TemplateKind | null =>
  TEMPLATE_KINDS.find((kind) => SLUGS[kind] === slug) ?? null;

/** The reason that an address names; none at all is whatever the reason. */
export const reasonOf = (
  kind: TemplateKind,
  asked: string | string[] | undefined,
  closeReasons: readonly string[],
): string | null => templateReasons(kind, closeReasons).find((reason) => reason === (asked ?? "")) ?? null;
