"use client";

import { useEffect, useState } from "react";

/**
 * Whole seconds until an instant, told by the server's clock, so that a wrong one on this device neither shortens nor
 * stretches the time; 0 when it is past.
 */
export function useSecondsLeft(until: Date, now: Date): number {
  const [left, setLeft] = useState(() => until.getTime() - now.getTime());
  useEffect(() => {
    const startedAt = performance.now();
    const total = until.getTime() - now.getTime();
    const timer = setInterval(() => {
      const rest = total - (performance.now() - startedAt);
      setLeft(rest);
      if (rest <= 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until, now]);
  return Math.max(0, Math.ceil(left / 1000));
}
