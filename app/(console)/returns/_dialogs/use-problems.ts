"use client";

import { useState } from "react";
import type { FieldErrors } from "react-hook-form";
import { useRefusalWords } from "@/components/refusal-words";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { wrongFields } from "./form-errors";

/** What a dialog's summary says; `attempt` tells two equal ones apart, so that each takes the focus. */
export type Problems = { attempt: number; list: { message: string; fieldId?: string }[] };

/** The problems of the last attempt. They stand still while a person corrects the fields, which follow at once. */
export function useProblems(textOf: (path: string, code: string) => string) {
  const words = useRefusalWords();
  const [problems, setProblems] = useState<Problems>({ attempt: 0, list: [] });
  const show = (list: Problems["list"]) => setProblems(({ attempt }) => ({ attempt: attempt + 1, list }));
  return {
    problems,
    clear: () => show([]),
    showRefusal: (refusal: ActionRefusal) => show([{ message: words(refusal) }]),
    showFields: (errors: FieldErrors) =>
      show(
        wrongFields(errors).map(({ path, code, fieldId }) => ({
          message: textOf(path, code),
          ...(fieldId ? { fieldId } : {}),
        })),
      ),
  };
}
