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

// The input is 24 px wide for the pointer; ::before draws the 16 px box and ::after the mark inside it.
// The mark is a clip path: a picture would need an exception in the content security policy.
const BOX =
  "-m-1 grid size-6 shrink-0 cursor-pointer appearance-none place-items-center rounded-badge -outline-offset-2 " +
  "disabled:cursor-not-allowed disabled:opacity-60 forced-colors:appearance-auto " +
  "before:col-start-1 before:row-start-1 before:size-4 before:rounded-[4px] before:border-[1.5px] before:border-control before:bg-surface " +
  "checked:before:border-accent checked:before:bg-accent indeterminate:before:border-accent indeterminate:before:bg-accent " +
  "after:col-start-1 after:row-start-1 after:bg-on-accent forced-colors:before:hidden forced-colors:after:hidden " +
  "checked:after:h-2 checked:after:w-2.25 checked:after:[clip-path:polygon(14%_44%,0_62%,40%_100%,100%_18%,83%_2%,38%_66%)] " +
  "indeterminate:after:h-0.5 indeterminate:after:w-2 indeterminate:after:[clip-path:none]";

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
      className={clsx(BOX, label ? "mt-[-2px]!" : className)}
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
