"use client";

import { useRef, useState } from "react";
import { lazily } from "@/components/ui/lazily";

const Written = lazily(() => import("./written-message").then((module) => module.WrittenMessage));

type ComposerProps = {
  returnId: string;
  /** What it invites to. */
  label: string;
  /** Templates as next steps, where nothing was said yet. */
  steps: readonly { reason: string; label: string }[];
};

/** Where a message to the buyer is written on the page: a line until somebody wants to write. */
export function Composer({ returnId, label, steps }: ComposerProps) {
  const [open, setOpen] = useState<{ reason: string | undefined } | null>(null);
  const starter = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(null);
    requestAnimationFrame(() => starter.current?.focus());
  };
  if (open) return <Written returnId={returnId} startReason={open.reason} onClose={close} />;
  return (
    <>
      {steps.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {steps.map((step) => (
            <button
              key={step.reason}
              type="button"
              onClick={() => setOpen({ reason: step.reason })}
              className="inline-flex min-h-7 items-center rounded-full border border-line px-2.5 text-small hover:border-control pointer-coarse:min-h-11"
            >
              {step.label}
            </button>
          ))}
        </div>
      )}
      <button
        ref={starter}
        type="button"
        onClick={() => setOpen({ reason: undefined })}
        className="flex min-h-10 w-full cursor-text items-center rounded-control border border-control bg-surface px-3 text-start text-subtle hover:border-fg pointer-coarse:min-h-11"
      >
        {label}
      </button>
    </>
  );
}
