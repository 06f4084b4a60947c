"use client";

import { useTimeZone } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { LiveRegionProvider } from "./ui/live-region";
import { NowProvider } from "./ui/now";
import type { Theme } from "./ui/theme";
import { ThemeProvider } from "./ui/theme-context";
import { TimeZoneKeeper } from "./ui/time-zone-keeper";
import { Toaster } from "./ui/toaster";

/** What every page may count on: the clock, the theme, announcements, notifications, and the address as state. */
export function Providers({ now, theme, children }: { now: Date; theme: Theme; children: ReactNode }) {
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <NuqsAdapter>
      <NowProvider now={now}>
        <ThemeProvider theme={theme}>
          <LiveRegionProvider>
            {children}
            <Toaster />
          </LiveRegionProvider>
        </ThemeProvider>
      </NowProvider>
      <TimeZoneKeeper known={timeZone} />
    </NuqsAdapter>
  );
}
