import { ArrowLeftRight, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type ChannelMode, REACH } from "@/lib/policy/reach";

/** Whether Homeward itself acts in a store, or only keeps what is to be done on its marketplace. */
export function ModeBadge({ mode }: { mode: ChannelMode }) {
  const t = useTranslations("settings.mode");
  const { carriesOut } = REACH[mode];
  return (
    <Badge tone={carriesOut ? "info" : "neutral"} icon={carriesOut ? Send : ArrowLeftRight}>
      {t(mode)}
    </Badge>
  );
}
