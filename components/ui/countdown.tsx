"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const secondsTo = (until: number): number => Math.max(0, Math.ceil((until - Date.now()) / 1000));

/** The seconds to an instant of this device's clock, to be seen: read out, they would never end. */
export function Countdown({ until }: { until: number }) {
  const t = useTranslations("undo");
  const [seconds, setSeconds] = useState(() => secondsTo(until));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsTo(until)), 250);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <span aria-hidden className="text-muted tabular-nums">
      {t("seconds", { seconds })}
    </span>
  );
}
