import { Ban, Check, CircleHelp, Clock, Hourglass, Inbox, type LucideIcon, Search, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import { isUnread } from "@/lib/policy/machines/return/kinds-of-status";
import type { StatusWord } from "@/lib/policy/machines/return/status-words";
import type { Status } from "@/lib/policy/machines/return/statuses";

/** How a status looks; its words stand beside it. */
export const STATUS_LOOK: Record<Status, { tone: Tone; icon: LucideIcon }> = {
  authorization_required: { tone: "attention", icon: Inbox },
  awaiting_return: { tone: "info", icon: Clock },
  received: { tone: "attention", icon: Search },
  completed: { tone: "success", icon: Check },
  closed: { tone: "neutral", icon: Ban },
  withdrawn: { tone: "neutral", icon: Undo2 },
  lapsed: { tone: "neutral", icon: Hourglass },
  unknown: { tone: "warning", icon: CircleHelp },
};

type StatusBadgeProps = {
  status: Status;
  /** What a file said where nobody knows what that means (P-29). */
  word?: string | null;
  /** As the marketplace calls it (`statusWord`). */
  as?: StatusWord;
};

export function StatusBadge({ status, word = null, as = status }: StatusBadgeProps) {
  const t = useTranslations("status");
  const { tone, icon } = STATUS_LOOK[status];
  return (
    <Badge tone={tone} icon={icon}>
      {isUnread(status) && word ? <bdi>{t("unknownWord", { word })}</bdi> : t(as)}
    </Badge>
  );
}
