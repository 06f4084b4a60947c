"use client";

import type { ComponentPropsWithRef, MouseEvent, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { Spinner } from "./spinner";

export type ButtonProps = Omit<ComponentPropsWithRef<"button">, "disabled"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Before the label; the spinner takes its place while loading. */
  icon?: ReactNode;
  /** Work is under way: the label stays, presses do nothing. */
  isLoading?: boolean;
  /** Cannot be used now, yet can be focused; say why in words beside it or through aria-describedby. */
  isDisabled?: boolean;
};

export function Button({
  variant = "secondary",
  size = "md",
  icon,
  isLoading = false,
  isDisabled = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const isInert = isLoading || isDisabled;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isInert) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(variant, size, className)}
      aria-disabled={isInert || undefined}
      aria-busy={isLoading || undefined}
      onClick={press}
    >
      {isLoading ? <Spinner /> : icon}
      {children}
    </button>
  );
}
