"use client";

import { AlarmClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { useWake } from "./use-mark-acts";

type SnoozedLineProps = {
  item: { id: string; name: string };
  snooze: { until: Date; byName: string | null };
  mayWake: boolean;
};

/** Until when a return is away from its tab and who put it off, with the way back. */
export function SnoozedLine({ item, snooze, mayWake }: SnoozedLineProps) {
  const t = useTranslations("marks.away");
  const acts = useTranslations("marks.acts");
  const { wake, isRunning } = useWake();
  const marked = { selection: { mode: "ids" as const, ids: [item.id] }, count: 1, name: item.name };
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-2.5 gap-y-1 rounded-card border border-line bg-surface px-4 py-1.5 text-small">
      <AlarmClock aria-hidden size={16} className="text-subtle" />
      <p className="min-w-0 flex-1 basis-52">
        {t.rich("snoozed", {
          when: () => <Time at={snooze.until} style="absolute" className="font-medium" />,
          hasName: String(snooze.byName !== null),
          name: snooze.byName ?? "",
        })}{" "}
        <span className="text-muted">{t("comesBack")}</span>
      </p>
      {mayWake && (
        <Button size="sm" isLoading={isRunning} onClick={() => void wake(marked)}>
          {acts("wake")}
        </Button>
      )}
    </div>
  );
}
