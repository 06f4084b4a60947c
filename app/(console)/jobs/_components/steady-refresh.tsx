"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { pollAnswer } from "@/components/fetch-answer";

const EVERY_MS = 1500;

/** Draws the page again from the server while something on it moves; not while the server cannot be reached. */
export function SteadyRefresh({ isOn }: { isOn: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isOn) return;
    const ending = new AbortController();
    const timer = setInterval(() => {
      pollAnswer("/api/jobs", { signal: ending.signal }).then(
        () => router.refresh(),
        () => undefined,
      );
    }, EVERY_MS);
    return () => {
      ending.abort();
      clearInterval(timer);
    };
  }, [isOn, router]);
  return null;
}
