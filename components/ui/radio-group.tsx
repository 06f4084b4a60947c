"use client";

import { clsx } from "clsx";
import { CircleAlert } from "lucide-react";
import { type ComponentPropsWithRef, type ReactNode, useId } from "react";

type RadioGroupProps = {
  legend: ReactNode;
  children: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  isLegendHidden?: boolean;
  className?: string;
};

/** A fieldset of Radio or RadioCard; they share a `name`. */
export function RadioGroup({ legend, children, hint, error, isLegendHidden = false, className }: RadioGroupProps) {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <fieldset
      className={clsx("min-w-0", className)}
      aria-describedby={describedBy || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={clsx("mb-1.5 font-medium text-small", isLegendHidden && "sr-only")}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-2 text-small text-subtle">
          {hint}
        </p>
      )}
      <div className="flex flex-col gap-2">{children}</div>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1 text-danger text-small">
          <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}

type RadioProps = Omit<ComponentPropsWithRef<"input">, "type" | "children"> & {
  label: ReactNode;
  /** A second line: what the choice does, or why it cannot be chosen now. */
  description?: ReactNode;
};

const DOT =
  "mt-0.5 size-4 shrink-0 cursor-pointer appearance-none rounded-full border-[1.5px] border-control bg-surface " +
  "checked:border-[5px] checked:border-accent disabled:cursor-not-allowed disabled:opacity-60 forced-colors:appearance-auto";

export function Radio({ label, description, className, ...rest }: RadioProps) {
  const id = useId();
  return (
    <label className={clsx("flex min-h-6 cursor-pointer items-start gap-2 pointer-coarse:py-2.5", className)}>
      <input
        id={id}
        {...rest}
        type="radio"
        className={DOT}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-text`}
      />
      <span className="min-w-0">
        <span id={`${id}-label`} className="block">
          {label}
        </span>
        <span id={`${id}-text`} className="block text-small text-subtle">
          {description}
        </span>
      </span>
    </label>
  );
}

/** A radio with a frame of its own, for few choices with consequences. */
export function RadioCard({ className, ...rest }: RadioProps) {
  return (
    <Radio
      {...rest}
      className={clsx(
        "rounded-card border border-line bg-surface px-3 py-2.5 transition-colors duration-150 hover:border-control",
        "has-checked:border-accent has-checked:bg-selected has-disabled:cursor-not-allowed has-disabled:bg-sunken",
        className,
      )}
    />
  );
}
