import type { LucideIcon } from "lucide-react";
import { Archive, Ban, Check, CircleHelp, Clock, Hourglass, Send, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { MessageState } from "@/lib/policy/messages/message";

const LOOK: Record<MessageState | "held", { tone: Tone; icon: LucideIcon }> = {
  held: { tone: "info", icon: Hourglass },
  queued: { tone: "info", icon: Clock },
  sending: { tone: "info", icon: Send },
  sent: { tone: "success", icon: Check },
  kept: { tone: "neutral", icon: Archive },
  refused: { tone: "critical", icon: Ban },
  unknown: { tone: "warning", icon: CircleHelp },
  failed: { tone: "critical", icon: TriangleAlert },
};

/** How a message stands, in words. */
export function MessageStateBadge({ state }: { state: MessageState | "held" }) {
  const t = useTranslations("messages.state");
  return <Badge {...LOOK[state]}>{t(state)}</Badge>;
}
