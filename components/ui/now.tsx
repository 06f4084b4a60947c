"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const NowContext = createContext<Date | null>(null);

/**
 * One clock for the page. It starts at the server's `now`, so that the first text is the same on both sides,
 * and moves on each minute by the time passed here, so that a wrong clock on this device does no harm.
 */
export function NowProvider({ now, children }: { now: Date; children: ReactNode }) {
  const [started, setStarted] = useState(() => ({ now, current: now }));
  const current = started.now.getTime() === now.getTime() ? started.current : now;
  useEffect(() => {
    const startedAt = performance.now();
    const tick = () => setStarted({ now, current: new Date(now.getTime() + performance.now() - startedAt) });
    const timer = setInterval(tick, 60_000);
    return () => clearInterval(timer);
  }, [now]);
  return <NowContext value={current}>{children}</NowContext>;
}

/** The server's idea of now, moving on each minute. */
export function useNow(): Date {
  const now = useContext(NowContext);
  if (now === null) throw new Error("useNow needs a NowProvider above it");
  return now;
}
