import { type LucideIcon, ShieldAlert, ShieldCheck, ShieldOff, ShieldX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { Verdict } from "@/lib/policy/judging/verdict";

const LOOK: Record<Verdict, { tone: Tone; icon: LucideIcon }> = {
  in_policy: { tone: "success", icon: ShieldCheck },
  out_of_policy: { tone: "warning", icon: ShieldAlert },
  not_returnable: { tone: "critical", icon: ShieldX },
};

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("status.verdict");
  const { tone, icon } = LOOK[verdict];
  return (
    <Badge tone={tone} icon={icon}>
      {t(verdict)}
    </Badge>
  );
}

/** Stands beside a verdict and is none itself (P-25). */
export function ExemptBadge() {
  const t = useTranslations("status.verdict");
  return (
    <Badge tone="info" icon={ShieldOff}>
      {t("exempt")}
    </Badge>
  );
}
