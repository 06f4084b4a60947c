"use client";

import { createContext, useContext } from "react";

type FieldWiring = {
  id: string;
  /** Under which it is sent, where its form sends it. */
  name?: string | undefined;
  describedBy: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
};

export const FieldContext = createContext<FieldWiring | null>(null);

/** What was typed by name, where the browser posted the form by itself and it came back refused. */
export const TypedBefore = createContext<Readonly<Record<string, string>>>({});

export const useTypedBefore = (name: string | undefined): string | undefined => {
  const typed = useContext(TypedBefore);
  return name !== undefined && Object.hasOwn(typed, name) ? typed[name] : undefined;
};

type Given = { id?: string; name?: string; value?: unknown; "aria-describedby"?: string };

/** What a control inside a Field must carry so that label, hint and error belong to it. */
export function useFieldControl(given: Given) {
  const field = useContext(FieldContext);
  const describedBy = [given["aria-describedby"], field?.describedBy].filter(Boolean).join(" ");
  const name = given.name ?? field?.name;
  const before = useTypedBefore(name);
  return {
    ...(before !== undefined && { [given.value === undefined ? "defaultValue" : "value"]: before }),
    name,
    id: given.id ?? field?.id,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": field?.isInvalid ? (true as const) : undefined,
    "aria-required": field?.isRequired ? (true as const) : undefined,
  };
}
