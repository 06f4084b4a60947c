"use client";

import { useEffect, useEffectEvent } from "react";

/** Opens once what the page's address asks for with `?dialog=`, and takes it out of the address: a reload opens nothing. */
export function useLinkedDialog(wanted: string | null, open: (name: string) => void): void {
  const openIt = useEffectEvent(open);
  useEffect(() => {
    if (wanted === null) return;
    const address = new URL(location.href);
    if (!address.searchParams.has("dialog")) return;
    address.searchParams.delete("dialog");
    history.replaceState(history.state, "", address);
    openIt(wanted);
  }, [wanted]);
}
