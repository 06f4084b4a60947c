"use client";

import { clsx } from "clsx";
import type { ComponentPropsWithRef } from "react";
import { useFieldControl } from "./field-context";
import { CONTROL_CLASS } from "./input";

export function Textarea({ className, rows = 4, ...rest }: ComponentPropsWithRef<"textarea">) {
  const wiring = useFieldControl(rest);
  return (
    <textarea
      rows={rows}
      {...rest}
      {...wiring}
      className={clsx(CONTROL_CLASS, "resize-y py-2 read-only:bg-sunken", className)}
    />
  );
}
