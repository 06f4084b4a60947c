import { ArrowLeftRight, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** Whether Homeward itself acts in a store, or only keeps what is to be done on its marketplace. */
export function ModeBadge({ mode }: { mode: "managed" | "mirrored" }) {
  const t = useTranslations("settings.mode");
  return mode === "managed" ? (
    <Badge tone="info" icon={Send}>
      {t("managed")}
    </Badge>
  ) : (
    <Badge tone="neutral" icon={ArrowLeftRight}>
      {t("mirrored")}
    </Badge>
  );
}
