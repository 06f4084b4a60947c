import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Move } from "@/lib/policy/machines/return/move-names";

type Marketplace = "amazon" | "aliexpress" | "own";

/** Decided here, and nobody has done or seen it there (P-19). */
export function HandoverBadge({ marketplace, move }: { marketplace: Marketplace; move: Move }) {
  const t = useTranslations("status");
  return (
    <Badge tone="warning" icon={ExternalLink}>
      {t("notYetDone", { marketplace, move })}
    </Badge>
  );
}
