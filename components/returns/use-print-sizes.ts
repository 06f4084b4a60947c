"use client";

import { useState } from "react";
import { usePreference } from "@/components/ui/use-preference";
import { LABEL_SIZE_COOKIE, type PrintSizes, SLIP_SIZE_COOKIE } from "@/lib/policy/labels/sizes";

/** The paper to print on; what is chosen shows at once and is kept for this person's next label. */
export function usePrintSizes(kept: Partial<PrintSizes>) {
  const [chosen, setChosen] = useState<Partial<PrintSizes>>({});
  const { keep: keepLabel } = usePreference(LABEL_SIZE_COOKIE);
  const { keep: keepSlip } = usePreference(SLIP_SIZE_COOKIE);
  const choose = (next: Partial<PrintSizes>) => {
    setChosen((before) => ({ ...before, ...next }));
    if (next.labelSize) keepLabel(next.labelSize);
    if (next.slipSize) keepSlip(next.slipSize);
  };
  return { sizes: { ...kept, ...chosen }, choose };
}
