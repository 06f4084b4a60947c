"use client";

import { useTranslations } from "next-intl";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { Field } from "./field";
import { Textarea } from "./textarea";

type CountedTextareaProps = ComponentPropsWithRef<"textarea"> & {
  label: ReactNode;
  hint?: ReactNode;
  error: string | undefined;
  limit: number;
  /** How much is written now. */
  count: number;
  isRequired?: boolean;
  isOptional?: boolean;
};

/** A text with its length beside it; the length is announced from nine tenths of the limit on. */
export function CountedTextarea(props: CountedTextareaProps) {
  const { label, id, hint, error, limit, count, isRequired = false, isOptional = false, ...rest } = props;
  const t = useTranslations("common");
  const isNear = count >= limit * 0.9;
  return (
    <div className="mb-5">
      <Field
        label={label}
        hint={hint}
        error={error}
        isRequired={isRequired}
        isOptional={isOptional}
        {...(id !== undefined && { id })}
      >
        <Textarea {...rest} dir="auto" />
      </Field>
      <p
        role={isNear ? "status" : undefined}
        className={`mt-1 text-end text-micro tabular-nums ${count > limit ? "text-danger" : "text-subtle"}`}
      >
        {t("counter", { count, limit })}
      </p>
    </div>
  );
}
