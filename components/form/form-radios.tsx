"use client";

import type { ReactNode } from "react";
import { useTypedBefore } from "@/components/ui/field-context";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { useFieldOf } from "./form-problems";

export type Choice<Value extends string> = {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  isDisabled?: boolean;
};

type FormRadiosProps<Value extends string> = {
  name: string;
  /** Null: nothing is chosen yet. */
  value: Value | null;
  onChoose: (value: Value) => void;
  choices: readonly Choice<Value>[];
  hint?: ReactNode;
  /** Said here of another field that only one of the choices asks for. */
  error?: string | undefined;
  isLegendHidden?: boolean;
  className?: string;
};

/** A choice of few, found by its name like any field of a form. */
export function FormRadios<Value extends string>(props: FormRadiosProps<Value>) {
  const { name, value, onChoose, choices, hint, error, isLegendHidden, className } = props;
  const { id, label, wrong } = useFieldOf(name);
  const chosen = useTypedBefore(name) ?? value;
  return (
    <RadioGroup
      legend={label}
      error={wrong ?? error}
      hint={hint}
      {...(isLegendHidden && { isLegendHidden })}
      {...(className && { className })}
    >
      {choices.map((choice, index) => (
        <Radio
          key={choice.value}
          {...(index === 0 && { id })}
          name={name}
          value={choice.value}
          checked={choice.value === chosen}
          onChange={() => onChoose(choice.value)}
          label={choice.label}
          description={choice.description}
          disabled={choice.isDisabled}
        />
      ))}
    </RadioGroup>
  );
}
