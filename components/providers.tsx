"use client";

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { LiveRegionProvider } from "./ui/live-region";
import { NowProvider } from "./ui/now";
import { Toaster } from "./ui/toaster";

/** What every page may count on: the clock, announcements, notifications, and the address as state. */
export function Providers({ now, children }: { now: Date; children: ReactNode }) {
  return (
    <NuqsAdapter>
      <NowProvider now={now}>
        <LiveRegionProvider>
          {children}
          <Toaster />
        </LiveRegionProvider>
      </NowProvider>
    </NuqsAdapter>
  );
}
