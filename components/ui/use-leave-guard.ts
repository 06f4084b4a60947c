"use client";

import { useEffect } from "react";

/** Asks before a page with unsaved entries is left: by a link, by closing the tab, by a reload. */
export function useLeaveGuard(isDirty: boolean, question: string): void {
  useEffect(() => {
    if (!isDirty) return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const isHere =
        link instanceof HTMLAnchorElement && link.target === "" && !link.getAttribute("href")?.startsWith("#");
      const isNewTab = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
      if (!isHere || isNewTab || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onLeave);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", onLeave);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [isDirty, question]);
}
