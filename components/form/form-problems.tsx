"use client";

import { type ComponentProps, createContext, type ReactNode, useContext, useId } from "react";
import { useFieldWords, useRefusalWords } from "@/components/refusal-words";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import type { ActionRefusal } from "@/lib/kernel/action-answer";

/** What a form says of its fields by their names, and whose words it takes for what is wrong with one. */
export type Naming = {
  /** The label of each field by the name under which it is sent, for the field itself and for the summary. */
  labels?: Readonly<Record<string, string>>;
  /** Words of the form's own for a wrong field; undefined: the usual ones for its code. */
  wordsOf?: (name: string, code: string) => string | undefined;
  /** Words of the form's own for a refusal as a whole, where more can be said here than anywhere. */
  saysOf?: (refusal: ActionRefusal) => string | undefined;
};

type Wiring = { formId: string; labels: Readonly<Record<string, string>>; wrong: (name: string) => string | undefined };
const Wired = createContext<Wiring>({ formId: "", labels: {}, wrong: () => undefined });

type FormProblemsProps = Naming & { refusal: ActionRefusal | null; children: ReactNode };

/** Says above a form what was refused, each point a link to its field, and again at the field. */
export function FormProblems({ refusal, labels = {}, wordsOf, saysOf, children }: FormProblemsProps) {
  const formId = useId();
  const refusalText = useRefusalWords();
  const fieldText = useFieldWords();
  const fields = refusal?.fields ?? {};
  const wrong = (name: string): string | undefined => {
    const code = fields[name]?.[0];
    return code === undefined ? undefined : (wordsOf?.(name, code) ?? fieldText(code));
  };
  const points = Object.keys(fields).map((name) => ({
    message: [labels[name] ?? name, wrong(name)].join(" – "),
    ...(labels[name] ? { fieldId: formId + name } : {}),
  }));
  const whole = refusal && points.length === 0 ? [{ message: saysOf?.(refusal) ?? refusalText(refusal) }] : [];
  return (
    <Wired value={{ formId, labels, wrong }}>
      <ErrorSummary errors={[...whole, ...points]} />
      {children}
    </Wired>
  );
}

/** What is wrong with a field that says it by itself; undefined: nothing. */
export const useWrongField = (name: string): string | undefined => useContext(Wired).wrong(name);

type FormFieldProps = Omit<ComponentProps<typeof Field>, "label" | "error" | "id"> & { name: string };

/** A field of a form, found by the name under which it is sent. */
export function FormField({ name, ...rest }: FormFieldProps) {
  const { formId, labels, wrong } = useContext(Wired);
  return <Field {...rest} label={labels[name] ?? name} id={formId + name} error={wrong(name)} />;
}

type FormCountedProps = Omit<ComponentProps<typeof CountedTextarea>, "label" | "error" | "id"> & { name: string };

/** A text of a form with its length beside it. */
export function FormCounted({ name, ...rest }: FormCountedProps) {
  const { formId, labels, wrong } = useContext(Wired);
  return <CountedTextarea {...rest} label={labels[name] ?? name} id={formId + name} error={wrong(name)} />;
}
