"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { Radio, RadioGroup } from "@/components/ui/radio-group";

const CHOICES = ["0", "10", "15", "30", "60"] as const;
const USUAL = "15";
const UNDO_AT_MOST = 60;

type UndoFieldsProps = { carriesOut: boolean; value: string; onChange: (seconds: string) => void };

/** For how long a decision can be undone (P-03): the usual lengths, or another one within the minute. */
export function UndoFields({ carriesOut, value, onChange }: UndoFieldsProps) {
  const t = useTranslations("settings.undo");
  const [isOwn, setOwn] = useState(!CHOICES.some((choice) => choice === value));
  const choose = (choice: string) => {
    setOwn(false);
    onChange(choice);
  };
  return (
    <>
      <RadioGroup legend={t("legend")} hint={t(carriesOut ? "hint" : "hintMirrored")}>
        {CHOICES.map((choice) => (
          <Radio
            key={choice}
            name="undo"
            checked={!isOwn && value === choice}
            onChange={() => choose(choice)}
            label={
              <>
                {t("seconds", { seconds: Number(choice) })}
                {choice === USUAL && <span className="text-subtle"> ({t("usual")})</span>}
              </>
            }
          />
        ))}
        <Radio name="undo" checked={isOwn} onChange={() => setOwn(true)} label={t("own")} />
      </RadioGroup>
      {isOwn && (
        <FormField name="operation.undoSeconds" hint={t("fieldHint")} className="mt-2 ms-6 max-w-40">
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={UNDO_AT_MOST}
            step={1}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        </FormField>
      )}
    </>
  );
}
