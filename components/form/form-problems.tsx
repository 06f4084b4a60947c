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
  wordsOf?: (name: string, code: string, refusal: ActionRefusal) => string | undefined;
  /** Words of the form's own for a refusal as a whole, where more can be said here than anywhere. */
  saysOf?: (refusal: ActionRefusal) => string | undefined;
};

type Wiring = {
  formId: string;
  labels: Readonly<Record<string, string>>;
  wrong: (name: string) => string | undefined;
  names: readonly string[];
};
const Wired = createContext<Wiring>({ formId: "", labels: {}, wrong: () => undefined, names: [] });

/** What a field is called, or the group it belongs to: `instructions.fr` goes by the name of the instructions. */
const labelOf = (labels: Wiring["labels"], name: string): string | undefined =>
  labels[name] ?? labels[name.slice(0, Math.max(0, name.lastIndexOf(".")))];

type FormProblemsProps = Naming & { refusal: ActionRefusal | null; children: ReactNode };

/** Says above a form what was refused, each point a link to its field, and again at the field. */
export function FormProblems({ refusal, labels = {}, wordsOf, saysOf, children }: FormProblemsProps) {
  const formId = useId();
  const refusalText = useRefusalWords();
  const fieldText = useFieldWords();
  const fields = refusal?.fields ?? {};
  const wrong = (name: string): string | undefined => {
    const code = fields[name]?.[0];
    return code === undefined || !refusal ? undefined : (wordsOf?.(name, code, refusal) ?? fieldText(code));
  };
  const points = Object.keys(fields).map((name) => ({
    message: [labelOf(labels, name) ?? name, wrong(name)].join(" – "),
    ...(labelOf(labels, name) ? { fieldId: formId + name } : {}),
  }));
  const whole = refusal && points.length === 0 ? [{ message: saysOf?.(refusal) ?? refusalText(refusal) }] : [];
  return (
    <Wired value={{ formId, labels, wrong, names: Object.keys(fields) }}>
      <ErrorSummary errors={[...whole, ...points]} />
      {children}
    </Wired>
  );
}

/** What is wrong with a field that says it by itself; undefined: nothing. */
export const useWrongField = (name: string): string | undefined => useContext(Wired).wrong(name);

/** Whether one of these fields is wrong, or a part of one. */
export const useIsWrong = (names: readonly string[]): boolean =>
  useContext(Wired).names.some((wrong) => names.some((name) => wrong === name || wrong.startsWith(`${name}.`)));

/** A field by the name under which it is sent: the id that leads to it, its label, and what is wrong with it. */
export function useFieldOf(name: string) {
  const { formId, labels, wrong } = useContext(Wired);
  return { id: formId + name, label: labelOf(labels, name) ?? name, wrong: wrong(name) };
}

/** A field is found by the name under which it is sent; `beside` stands after its label. */
type OfField<Props> = Omit<Props, "label" | "error" | "id"> & { name: string; beside?: ReactNode };

const labelled = (label: string, beside: ReactNode): ReactNode =>
  beside ? (
    <span className="inline-flex items-center gap-1">
      {label}
      {beside}
    </span>
  ) : (
    label
  );

/** A field of a form; its control is sent under the name of the field. */
export function FormField({ name, beside, ...rest }: OfField<ComponentProps<typeof Field>>) {
  const { id, label, wrong } = useFieldOf(name);
  return <Field {...rest} name={name} label={labelled(label, beside)} id={id} error={wrong} />;
}

/** A text of a form with its length beside it. */
export function FormCounted({ name, beside, ...rest }: OfField<ComponentProps<typeof CountedTextarea>>) {
  const { id, label, wrong } = useFieldOf(name);
  return <CountedTextarea {...rest} name={name} label={labelled(label, beside)} id={id} error={wrong} />;
}

type Facts = Record<string, string>;
type Words = { (key: never, facts?: never): string; has(key: never): boolean };

/** A form's own words for its wrong fields: `comment_too_long`, or `comment` for whatever is wrong with it. */
export const ownWords =
  (t: Words, facts?: Facts) =>
  (name: string, code: string): string | undefined => {
    const key = [`${name}_${code}`, name].find((candidate) => t.has(candidate as never));
    return key === undefined ? undefined : t(key as never, facts as never);
  };
