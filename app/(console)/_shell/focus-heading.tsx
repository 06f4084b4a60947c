"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useAnnounce } from "@/components/ui/live-region";

/** After a change of page the heading takes the focus and the title is announced, as a fresh load would. */
export function FocusHeading() {
  const pathname = usePathname();
  const announce = useAnnounce();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    announce(document.title);
  }, [pathname, announce]);
  return null;
}
