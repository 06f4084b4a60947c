"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { useFieldControl } from "./field-context";
import { CONTROL_CLASS } from "./input";

/** A native select; its options are children. */
export function Select({ className, children, ...rest }: ComponentPropsWithRef<"select">) {
  const wiring = useFieldControl(rest);
  return (
    <span className={clsx("relative inline-flex min-w-0", className ?? "w-full")}>
      <select {...rest} {...wiring} className={clsx(CONTROL_CLASS, "h-9 appearance-none truncate pe-8")}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        size={16}
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto text-subtle"
      />
    </span>
  );
}
