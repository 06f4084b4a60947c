import type { TemplateKind } from "@/lib/notifications/message";
import type { MergedReason } from "@/lib/policy/own-reasons";
import { useReasonName } from "../../use-reason-name";

type ReasonNameProps = { kind: TemplateKind; reason: string; closeReasons: readonly MergedReason[] };

/** What the text is for, in words. */
export const ReasonName = ({ kind, reason, closeReasons }: ReasonNameProps) =>
  useReasonName(closeReasons)(kind, reason);
