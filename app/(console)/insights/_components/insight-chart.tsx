"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { ChartBar } from "./insight-table";

// The drawing comes to this page alone, and after it: the table says the same without it.
const BarDrawing = dynamic(() => import("./bar-drawing").then((module) => module.BarDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

const ROW = 30;

/** Bars of returns: one stop for the keyboard, arrows move over them and say them, Enter opens their returns. */
export function InsightChart({ label, bars }: { label: string; bars: readonly ChartBar[] }) {
  const t = useTranslations("insights.chart");
  const router = useRouter();
  const [at, setAt] = useState<number | null>(null);
  const bar = at === null ? undefined : bars[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const last = bars.length - 1;
    const next: Record<string, number> = {
      ArrowDown: Math.min(last, (at ?? -1) + 1),
      ArrowRight: Math.min(last, (at ?? -1) + 1),
      ArrowUp: Math.max(0, (at ?? 1) - 1),
      ArrowLeft: Math.max(0, (at ?? 1) - 1),
      Home: 0,
      End: last,
    };
    const target = next[event.key];
    if (target !== undefined) {
      event.preventDefault();
      setAt(target);
    }
    if (event.key === "Enter" && bar?.href) router.push(bar.href);
  };
  return (
    <div className="px-4 py-3">
      <div
        role="application"
        aria-roledescription={t("role")}
        aria-label={label}
        aria-describedby="chart-hint"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop, from which the arrows lead on.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
        className="rounded-card"
        style={{ height: bars.length * ROW + 8 }}
      >
        <BarDrawing bars={bars} current={at} rowHeight={ROW} onPoint={setAt} />
      </div>
      <p id="chart-hint" className="mt-1 min-h-4.5 text-small text-subtle">
        {bar ? "" : t("hint")}
        <span role="status">
          {bar && t("bar", { name: bar.label, count: bar.returns, hasList: String(bar.href !== null) })}
        </span>
      </p>
    </div>
  );
}
