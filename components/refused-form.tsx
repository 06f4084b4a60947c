"use client";

import { createContext, type ReactNode, useContext, useId } from "react";
import { useFieldWords, useRefusalWords } from "@/components/refusal-words";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { ErrorSummary } from "./ui/error-summary";
import { Field } from "./ui/field";

type Wiring = { formId: string; labels: Readonly<Record<string, string>>; fields: Record<string, string[]> };
const Refused = createContext<Wiring>({ formId: "", labels: {}, fields: {} });

type RefusedFormProps = {
  refusal: ActionRefusal | null;
  /** The label of each field by its name, for the field itself and for the summary. */
  labels: Readonly<Record<string, string>>;
  children: ReactNode;
};

/** Says above a form what the server refused, each point a link to its field, and again at the field. */
export function RefusedForm({ refusal, labels, children }: RefusedFormProps) {
  const formId = useId();
  const refusalText = useRefusalWords();
  const fieldText = useFieldWords();
  const fields = refusal?.fields ?? {};
  const points = Object.entries(fields).map(([name, codes]) => ({
    message: [labels[name] ?? name, fieldText(codes[0] ?? "invalid")].join(" – "),
    ...(labels[name] ? { fieldId: formId + name } : {}),
  }));
  const whole = refusal && points.length === 0 ? [{ message: refusalText(refusal) }] : [];
  return (
    <Refused value={{ formId, labels, fields }}>
      <ErrorSummary errors={[...whole, ...points]} />
      {children}
    </Refused>
  );
}

type NamedFieldProps = {
  name: string;
  hint?: ReactNode;
  isOptional?: boolean;
  className?: string;
  children: ReactNode;
};

/** A field of a RefusedForm, found by the name under which it is sent. */
export function NamedField({ name, children, ...rest }: NamedFieldProps) {
  const { formId, labels, fields } = useContext(Refused);
  const fieldText = useFieldWords();
  const code = fields[name]?.[0];
  return (
    <Field {...rest} label={labels[name] ?? name} id={formId + name} error={code ? fieldText(code) : undefined}>
      {children}
    </Field>
  );
}
