"use client";

import { useTimeZone } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useEffect } from "react";
import { LeaveQuestion } from "./ui/leave-question";
import { LiveRegionProvider } from "./ui/live-region";
import { NowProvider } from "./ui/now";
import type { Preferences } from "./ui/preferences";
import { PreferencesProvider } from "./ui/preferences-context";
import type { Theme } from "./ui/theme";
import { ThemeProvider } from "./ui/theme-context";
import { TimeZoneKeeper } from "./ui/time-zone-keeper";
import { Toaster } from "./ui/toaster";
import { beginIdleWork } from "./ui/when-idle";

type ProvidersProps = {
  now: Date;
  theme: Theme;
  preferences: Preferences;
  /** Whose keyboard it is, as the browser says who made it. */
  isApple: boolean;
  children: ReactNode;
};

/** What every page may count on: the clock, the reader's choices, announcements, notifications, the address as state. */
export function Providers({ now, theme, preferences, isApple, children }: ProvidersProps) {
  const timeZone = useTimeZone() ?? "UTC";
  useEffect(beginIdleWork, []);
  return (
    <NuqsAdapter>
      <NowProvider now={now}>
        <ThemeProvider theme={theme}>
          <PreferencesProvider preferences={preferences} isApple={isApple}>
            <LiveRegionProvider>
              {children}
              <Toaster />
              <LeaveQuestion />
            </LiveRegionProvider>
          </PreferencesProvider>
        </ThemeProvider>
      </NowProvider>
      <TimeZoneKeeper known={timeZone} />
    </NuqsAdapter>
  );
}
