"use client";

import { createContext, useContext } from "react";

type FieldWiring = { id: string; describedBy: string | undefined; isInvalid: boolean; isRequired: boolean };

export const FieldContext = createContext<FieldWiring | null>(null);

/** What a control inside a Field must carry so that label, hint and error belong to it. */
export function useFieldControl(given: { id?: string; "aria-describedby"?: string }) {
  const field = useContext(FieldContext);
  const describedBy = [given["aria-describedby"], field?.describedBy].filter(Boolean).join(" ");
  return {
    id: given.id ?? field?.id,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": field?.isInvalid ? (true as const) : undefined,
    "aria-required": field?.isRequired ? (true as const) : undefined,
  };
}
