"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";

type IconButtonProps = Omit<ButtonProps, "icon" | "children" | "aria-label"> & {
  /** Read by assistive technology and shown as the title. */
  label: string;
  icon: ReactNode;
};

/** A button that is only an icon; square, named by its label. */
export function IconButton({ label, icon, className, variant = "ghost", size = "md", ...rest }: IconButtonProps) {
  const square = size === "sm" ? "w-8 px-0!" : size === "md" ? "w-9 px-0!" : "w-11 px-0!";
  return (
    <Button
      {...rest}
      variant={variant}
      size={size}
      icon={icon}
      aria-label={label}
      title={label}
      className={clsx(square, "shrink-0", className)}
    />
  );
}
