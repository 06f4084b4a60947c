import { TEMPLATE_KINDS, TEMPLATE_SLUGS, type TemplateKind } from "@/lib/policy/messages/message";
import { templateReasons } from "@/lib/policy/messages/template-texts";

export const kindOf = (slug: string): TemplateKind | null =>
  TEMPLATE_KINDS.find((kind) => TEMPLATE_SLUGS[kind] === slug) ?? null;

/** The reason that an address names; none at all is whatever the reason. */
export const reasonOf = (
  kind: TemplateKind,
  asked: string | string[] | undefined,
  closeReasons: readonly string[],
): string | null => templateReasons(kind, closeReasons).find((reason) => reason === (asked ?? "")) ?? null;
