"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { formatClock } from "@/lib/i18n/format";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { FIELD_CODES } from "@/lib/kernel/field-codes";

const CODES = [
  "signed_out",
  "forbidden",
  "read_only",
  "reason_needed",
  "seller_changed",
  "foreign_origin",
  "invalid",
  "database_down",
  "unexpected",
  "unreachable",
  "not_found",
  "refund_settled",
  "refund_undoable",
  "locked",
  "already_set_up",
  "order_known",
  "unknown_order",
  "unknown_line",
  "mirrored_channel",
  "nothing_chosen",
  "reason_retired",
  "reason_changed",
  "sku_changed_since",
  "key_changed",
  "channel_has_orders",
  "demo_name_differs",
  "not_demo",
] as const;

/** The sentence for what the seam or an account verb refuses; a code without words of its own reads as unexpected. */
export function useRefusalText() {
  const t = useTranslations("actionErrors");
  const timeZone = useTimeZone() ?? "UTC";
  return {
    refusalText: (refusal: ActionRefusal): string =>
      t(`codes.${CODES.find((code) => code === refusal.code) ?? "unexpected"}`, {
        reference: refusal.reference ?? "–",
        seller: typeof refusal.seller === "string" ? refusal.seller : "none",
        time: refusal.until instanceof Date ? formatClock(refusal.until, timeZone) : "",
      }),
    fieldText: (code: string): string => t(`fields.${FIELD_CODES.find((known) => known === code) ?? "invalid"}`),
  };
}
