"use client";

import { CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/components/ui/now";
import { Time } from "@/components/ui/time";
import type { Tone } from "@/components/ui/tone";
import type { Party } from "@/lib/policy/clocks/deadlines";

const HOUR = 3_600_000;

/** Over 72 h quiet, then attention, within 24 h a warning, past it critical; another's clock never alarms. */
function toneOf(dueAt: Date, now: Date, party: Party): Tone {
  const left = dueAt.getTime() - now.getTime();
  if (party === "buyer") return left <= 24 * HOUR ? "attention" : "neutral";
  if (left <= 0) return "critical";
  if (left <= 24 * HOUR) return "warning";
  return left <= 72 * HOUR ? "attention" : "neutral";
}

type DeadlineBadgeProps = { dueAt: Date; isApproximate: boolean; party?: Party };

/** How a deadline stands: "In 5 h", "Overdue 2 h", "about" where only a date is known (P-23). */
export function DeadlineBadge({ dueAt, isApproximate, party = "seller" }: DeadlineBadgeProps) {
  const t = useTranslations("deadline");
  const tone = toneOf(dueAt, useNow(), party);
  return (
    <Badge tone={tone} icon={tone === "critical" ? CircleAlert : Clock}>
      {isApproximate ? (
        t.rich("approximate", { time: () => <Time at={dueAt} style="due" /> })
      ) : (
        <Time at={dueAt} style="due" />
      )}
    </Badge>
  );
}
