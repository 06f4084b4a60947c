"use client";

import type { ComponentProps } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { useTypedBefore } from "@/components/ui/field-context";

/** A box of a form: one that is not ticked says so too. */
export function FormCheckbox({ name, checked, ...rest }: ComponentProps<typeof Checkbox> & { name: string }) {
  const before = useTypedBefore(name);
  return (
    <>
      <input type="hidden" name={name} value="" />
      <Checkbox {...rest} name={name} checked={before === undefined ? checked : before !== ""} />
    </>
  );
}
