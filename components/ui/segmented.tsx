"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";

type Segment<Value extends string> = {
  value: Value;
  /** Read by assistive technology, and shown when there is no `content`. */
  label: string;
  content?: ReactNode;
  lang?: string;
};

type SegmentedProps<Value extends string> = {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** A few exclusive choices side by side, each a button that is pressed or not. */
export function Segmented<Value extends string>({ label, segments, value, onChange }: SegmentedProps<Value>) {
  return (
    <fieldset className="inline-flex rounded-control border border-line bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          lang={segment.lang}
          aria-pressed={segment.value === value}
          aria-label={segment.content ? segment.label : undefined}
          title={segment.label}
          onClick={() => onChange(segment.value)}
          className={clsx(
            "flex min-h-7 min-w-8 pointer-coarse:min-h-11 pointer-coarse:min-w-11 items-center justify-center rounded-badge border px-2 text-small transition-colors duration-150",
            segment.value === value
              ? "border-line bg-surface font-medium text-fg"
              : "border-transparent text-subtle hover:text-fg",
          )}
        >
          {segment.content ?? segment.label}
        </button>
      ))}
    </fieldset>
  );
}
