"use client";

import { clsx } from "clsx";
import type { ComponentPropsWithRef } from "react";
import { CONTROL_CLASS } from "./control-class";
import { useFieldControl } from "./field-context";

export function Input({ className, type = "text", ...rest }: ComponentPropsWithRef<"input">) {
  const wiring = useFieldControl(rest);
  return (
    <input type={type} {...rest} {...wiring} className={clsx(CONTROL_CLASS, "h-9 read-only:bg-sunken", className)} />
  );
}
