"use client";

import { clsx } from "clsx";
import type { ComponentPropsWithRef } from "react";
import { useFieldControl } from "./field-context";

/** The box of a text control; 16 px text on a phone keeps iOS from zooming in. */
export const CONTROL_CLASS =
  "w-full min-w-0 pointer-coarse:min-h-11 pointer-coarse:min-w-11 rounded-control border border-control bg-surface px-2.5 text-fg text-body max-md:text-h2 " +
  "transition-[border-color] duration-150 hover:border-muted focus-visible:outline-offset-0 " +
  "aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted";

export function Input({ className, type = "text", ...rest }: ComponentPropsWithRef<"input">) {
  const wiring = useFieldControl(rest);
  return (
    <input type={type} {...rest} {...wiring} className={clsx(CONTROL_CLASS, "h-9 read-only:bg-sunken", className)} />
  );
}
