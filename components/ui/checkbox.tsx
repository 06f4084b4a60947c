"use client";

import { clsx } from "clsx";
import { type ComponentPropsWithRef, type ReactNode, useCallback, useId } from "react";

type CheckboxProps = Omit<ComponentPropsWithRef<"input">, "type" | "children" | "ref"> & {
  ref?: (element: HTMLInputElement | null) => void;
  /** Shown beside the box; without it give an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
  /** Some but not all of what it stands for. */
  isIndeterminate?: boolean;
};

const BOX =
  "size-4 shrink-0 cursor-pointer appearance-none rounded-[4px] border-[1.5px] border-control bg-surface bg-center bg-no-repeat " +
  "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent " +
  "checked:bg-(image:--check-mark) indeterminate:bg-(image:--dash-mark) disabled:cursor-not-allowed disabled:opacity-60 " +
  "forced-colors:appearance-auto";

export function Checkbox({ label, hint, isIndeterminate = false, className, ref, ...rest }: CheckboxProps) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const hintId = `${id}-hint`;
  const attach = useCallback(
    (element: HTMLInputElement | null) => {
      if (element) element.indeterminate = isIndeterminate;
      ref?.(element);
    },
    [isIndeterminate, ref],
  );
  const box = (
    <input
      {...rest}
      id={id}
      ref={attach}
      type="checkbox"
      aria-describedby={hint ? hintId : rest["aria-describedby"]}
      className={clsx(BOX, label ? "mt-0.5" : className)}
    />
  );
  if (!label) return box;
  return (
    <div className={className}>
      <label htmlFor={id} className="inline-flex cursor-pointer items-start gap-2 pointer-coarse:py-3">
        {box}
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="ms-6 text-small text-subtle">
          {hint}
        </p>
      )}
    </div>
  );
}
