"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

type ErrorSummaryProps = {
  /** Empty: nothing is shown. `fieldId` makes the line a link that focuses the field. */
  errors: readonly { message: string; fieldId?: string }[];
};

/** What is wrong with a form, above it; takes the focus when it appears or changes. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  const t = useTranslations("common");
  const box = useRef<HTMLDivElement>(null);
  const words = errors.map(({ message }) => message).join("\n");
  useEffect(() => {
    if (words !== "") box.current?.focus();
  }, [words]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 rounded-card border border-danger bg-tone-critical px-3.5 py-3 text-tone-critical-fg"
    >
      <p className="font-semibold">{t("problem")}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {errors.map(({ message, fieldId }) => (
          <li key={message}>
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                className="underline underline-offset-3"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId)?.focus();
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
