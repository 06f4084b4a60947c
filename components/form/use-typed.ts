"use client";

import { useState } from "react";

/**
 * What is typed into a form that shows at once what follows from it. Where nobody has typed anything, it says what it
 * starts with, also when that arrives later.
 */
export function useTyped<Values extends object>(start: Values) {
  const [typed, setTyped] = useState<Partial<Values>>({});
  return {
    values: { ...start, ...typed },
    set: (some: Partial<Values>) => setTyped((before) => ({ ...before, ...some })),
    /** What says something else by now than it started with. */
    changed: (Object.keys(typed) as (keyof Values)[]).filter((name) => typed[name] !== start[name]),
  };
}

export type Typed<Values extends object> = ReturnType<typeof useTyped<Values>>;
