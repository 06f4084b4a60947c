import { clsx } from "clsx";
import type { ReactNode } from "react";
import { TONE_SOFT } from "./tone";

/** A small number or short marker beside a label. */
export function Count({ children, isCritical = false }: { children: ReactNode; isCritical?: boolean }) {
  return (
    <span
      className={clsx(
        "inline-block whitespace-nowrap rounded-full border border-transparent px-1.75 text-center font-medium text-micro tabular-nums",
        isCritical ? TONE_SOFT.critical : "bg-sunken text-muted",
      )}
    >
      {children}
    </span>
  );
}
