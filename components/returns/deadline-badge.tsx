"use client";

import { CircleAlert, Clock, Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useNow } from "@/components/ui/now";
import { Time } from "@/components/ui/time";
import type { Tone } from "@/components/ui/tone";
import type { Consequence, DeadlineKind } from "@/lib/policy/deadlines";

const HOUR = 3_600_000;

/** Over 72 h quiet, then attention, within 24 h a warning, past it critical. */
function toneOf(dueAt: Date, now: Date): Tone {
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0) return "critical";
  if (left <= 24 * HOUR) return "warning";
  return left <= 72 * HOUR ? "attention" : "neutral";
}

/** How a deadline stands: "In 5 h", "Overdue 2 h", "about" where only a date is known (P-23). */
export function DeadlineBadge({ dueAt, isApproximate }: { dueAt: Date; isApproximate: boolean }) {
  const t = useTranslations("deadline");
  const tone = toneOf(dueAt, useNow());
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

/** It was past before the return came in: recorded, and nothing follows from it here (P-18). */
export function MissedBadge({ kind }: { kind: DeadlineKind }) {
  const t = useTranslations("deadline.missed");
  return (
    <Badge tone="neutral" icon={Pause}>
      {t(kind)}
    </Badge>
  );
}

type ConsequenceWordsProps = { consequence: Consequence; isMirrored: boolean };

/** What happens when nobody acts; on a mirrored channel, what is expected to happen there (P-19). */
export function ConsequenceWords({ consequence, isMirrored }: ConsequenceWordsProps) {
  const t = useTranslations("deadline");
  return isMirrored ? t(`expected.${consequence}`) : t(`then.${consequence}`);
}
