"use client";

import { clsx } from "clsx";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { FieldContext } from "./field-context";

type FieldProps = {
  label: ReactNode;
  /** The control: Input, Textarea or Select; ids and descriptions reach it by themselves. */
  children: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  isRequired?: boolean;
  /** Adds the word "optional" to the label. */
  isOptional?: boolean;
  isLabelHidden?: boolean;
  className?: string;
  /** Under which its form sends the control. */
  name?: string;
  /** Of the control, where something else has to point at it (an error summary). */
  id?: string;
};

export function Field(props: FieldProps) {
  const { label, children, hint, error, isRequired = false, isOptional = false, isLabelHidden = false } = props;
  const t = useTranslations("common");
  const ownId = useId();
  const id = props.id ?? ownId;
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className={clsx("flex min-w-0 flex-col gap-1", props.className)}>
      <label htmlFor={id} className={clsx("font-medium text-small", isLabelHidden && "sr-only")}>
        {label}
        {isOptional && <span className="ms-1.5 font-normal text-subtle">({t("optional")})</span>}
      </label>
      <FieldContext
        value={{ id, name: props.name, describedBy: describedBy || undefined, isInvalid: Boolean(error), isRequired }}
      >
        {children}
      </FieldContext>
      {hint && (
        <p id={`${id}-hint`} className="text-small text-subtle">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-danger text-small">
          <CircleAlert aria-hidden size={14} className="mt-0.5 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
