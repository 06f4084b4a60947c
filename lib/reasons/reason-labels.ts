import type { MergedReason, ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { reasonKey } from "@/lib/policy/judging/reasons";
import { findCloseReason } from "@/lib/policy/machines/return/close-reasons";
import en from "../i18n/messages/en.json" with { type: "json" };
import zh from "../i18n/messages/zh-CN.json" with { type: "json" };

/** What a reason is called in both languages: by the seller, else by us. */
export function labelsOf({ kind, code, labels }: Pick<MergedReason, "kind" | "code" | "labels">): ReasonLabels {
  if (labels) return labels;
  const close = kind === "close" ? findCloseReason(code) : null;
  if (close) return { en: en.closeReasons[close.code].label, "zh-CN": zh.closeReasons[close.code].label };
  const known = kind === "return" ? reasonKey(code) : null;
  return known ? { en: en.returnReasons[known], "zh-CN": zh.returnReasons[known] } : { en: code, "zh-CN": code };
}
