"use client";

import { clsx } from "clsx";
import { CircleAlert, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useId, useState } from "react";

type FileDropProps = {
  label: ReactNode;
  /** Which kinds and sizes are taken, in words. */
  hint?: ReactNode;
  error?: string | undefined;
  accept?: string;
  isMultiple?: boolean;
  isDisabled?: boolean;
  name?: string;
  /** Of the input, where something else has to point at it. */
  id?: string;
  onFiles: (files: File[]) => void;
};

/** Files by dialog, keyboard or drop: a native file input whose label is the target. */
export function FileDrop({
  label,
  hint,
  error,
  accept,
  isMultiple = false,
  isDisabled = false,
  name,
  id: givenId,
  onFiles,
}: FileDropProps) {
  const t = useTranslations("common");
  const ownId = useId();
  const id = givenId ?? ownId;
  const [isOver, setOver] = useState(false);
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (!isDisabled && files.length > 0) onFiles(isMultiple ? files : files.slice(0, 1));
  };
  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clsx(
          "flex cursor-pointer flex-col items-center gap-1 rounded-card border border-dashed px-4 py-6 text-center transition-colors duration-150",
          "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
          "has-disabled:cursor-not-allowed has-disabled:opacity-60",
          isOver ? "border-accent bg-selected" : "border-control bg-surface hover:bg-sunken",
        )}
      >
        <Upload aria-hidden size={20} strokeWidth={1.5} className="text-subtle" />
        <span className="font-medium">{label}</span>
        <span className="text-muted text-small">
          <span className="prose-link">{t("chooseFiles")}</span> {t("dropHere")}
        </span>
        <input
          id={id}
          type="file"
          name={name}
          accept={accept}
          multiple={isMultiple}
          disabled={isDisabled}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
          className="sr-only"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // Emptied, so that the same file can be chosen again after it was corrected.
            event.target.value = "";
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-small text-subtle">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1 text-danger text-small">
          <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
