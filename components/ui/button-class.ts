import { clsx } from "clsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "border-line bg-surface text-fg hover:border-control hover:bg-sunken",
  ghost: "border-transparent bg-transparent text-muted hover:bg-sunken hover:text-fg",
  danger: "border-transparent bg-danger text-on-danger hover:bg-danger-hover",
};

const SIZE: Record<ButtonSize, string> = {
  sm: "min-h-8 px-2.5 text-small",
  md: "min-h-9 px-3 text-body",
  lg: "min-h-11 px-4 text-body",
};

/** The look of a button, for what behaves like one but is a link or a label. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return clsx(
    "pointer-coarse:min-h-11 pointer-coarse:min-w-11 inline-flex select-none items-center justify-center gap-1.5 rounded-control border py-1 text-center font-medium",
    "transition-[background-color,border-color,color] duration-150",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-60",
    VARIANT[variant],
    SIZE[size],
    className,
  );
}
