"use client";

import { useEffect } from "react";
import { TIME_ZONE_COOKIE } from "@/lib/kernel/locale";
import { usePreference } from "./use-preference";

/** Tells the server this browser's time zone, once, when it believes another. */
export function TimeZoneKeeper({ known }: { known: string }) {
  const { keep } = usePreference(TIME_ZONE_COOKIE);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // The cookie is compared too: a browser without cookies must not refresh for ever.
    const isKept = document.cookie.includes(`${TIME_ZONE_COOKIE}=${encodeURIComponent(own)}`);
    if (own !== known && !isKept && navigator.cookieEnabled) keep(own);
  }, [known, keep]);
  return null;
}
