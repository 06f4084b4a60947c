"use client";

import { useTimeZone } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { LiveRegionProvider } from "./ui/live-region";
import { NowProvider } from "./ui/now";
import { TimeZoneKeeper } from "./ui/time-zone-keeper";
import { Toaster } from "./ui/toaster";

/** What every page may count on: the clock, announcements, notifications, and the address as state. */
export function Providers({ now, children }: { now: Date; children: ReactNode }) {
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <NuqsAdapter>
      <NowProvider now={now}>
        <LiveRegionProvider>
          {children}
          <Toaster />
        </LiveRegionProvider>
      </NowProvider>
      <TimeZoneKeeper known={timeZone} />
    </NuqsAdapter>
  );
}
