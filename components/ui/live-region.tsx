"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";

type Announce = (text: string, options?: { isUrgent?: boolean }) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Speaks a sentence to screen readers: politely (the last of a burst, after 400 ms), or at once when urgent. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);

export function LiveRegionProvider({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState("");
  const [urgent, setUrgent] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const announce = useCallback<Announce>((text, options) => {
    if (options?.isUrgent) {
      setUrgent(text);
      return;
    }
    clearTimeout(timer.current);
    // Emptied first, so that the same sentence twice is spoken twice.
    setPolite("");
    timer.current = setTimeout(() => setPolite(text), 400);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr-only print:hidden">
        <div role="status">{polite}</div>
        <div role="alert">{urgent}</div>
      </div>
    </AnnounceContext>
  );
}
