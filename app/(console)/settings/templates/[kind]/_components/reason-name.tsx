import type { TemplateKind } from "@/lib/notifications/message";
import { useReasonName } from "../../use-reason-name";

/** What the text is for, in words. */
export const ReasonName = ({ kind, reason }: { kind: TemplateKind; reason: string }) => useReasonName()(kind, reason);
