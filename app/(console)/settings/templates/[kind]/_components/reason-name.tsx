import type { MergedReason } from "@/lib/policy/judging/own-reasons";
import type { TemplateKind } from "@/lib/policy/messages/message";
import { useReasonName } from "../../use-reason-name";

type ReasonNameProps = { kind: TemplateKind; reason: string; closeReasons: readonly MergedReason[] };

/** What the text is for, in words. */
export const ReasonName = ({ kind, reason, closeReasons }: ReasonNameProps) =>
  useReasonName(closeReasons)(kind, reason);
