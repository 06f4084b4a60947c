"use client";

import { useEffect } from "react";

/** Tells EarlyPresses that buttons answer. In a task of its own: React cannot take a press while it commits. */
export function EarlyPressesReplay() {
  useEffect(() => {
    const timer = setTimeout(() => window.dispatchEvent(new Event("homeward:answers")));
    return () => clearTimeout(timer);
  }, []);
  return null;
}
