"use client";

import { createContext, type ReactNode, useContext } from "react";
import { Field } from "@/components/ui/field";

type Wiring = {
  formId: string;
  /** A sentence for each value that cannot stay, by its path in the terms. */
  problems: Readonly<Record<string, string>>;
};
export const TermsWiring = createContext<Wiring>({ formId: "", problems: {} });

type TermsFieldProps = {
  /** Where the value stands in the terms: "window.days". */
  path: string;
  /** Other places whose trouble belongs to this field, for what is typed as one text. */
  within?: string;
  label: ReactNode;
  hint?: ReactNode;
  isLabelHidden?: boolean;
  className?: string;
  children: ReactNode;
};

/** A field of the terms, with what is wrong with it. */
export function TermsField({ path, within, ...rest }: TermsFieldProps) {
  const { formId, problems } = useContext(TermsWiring);
  const inside = within ? Object.keys(problems).find((place) => place.startsWith(within)) : undefined;
  const error = problems[path] ?? (inside ? problems[inside] : undefined);
  return <Field {...rest} id={formId + path} error={error} />;
}
