"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form/form-problems";
import { Input } from "@/components/ui/input";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { REACH } from "@/lib/policy/reach";
import { ANSWER_CONSEQUENCES, REFUND_CONSEQUENCES } from "@/lib/policy/terms/term-choices";
import type { ClockName } from "./channel-draft";
import type { SectionProps } from "./section-props";
import { WorkCalendarFields } from "./work-calendar-fields";

const AFTER_REQUEST = ["answerHours", "expireDays"] as const;
const AFTER_AUTHORIZING = {
  seller_fulfilled: ["sendBackDays", "transitDays"],
  free_return: ["labelDays", "arriveDays"],
} as const;

const MAY_BE_NONE: readonly ClockName[] = ["sendBackDays", "transitDays", "refundDays"];
const AFTER_RECEIPT = ["refundDays", "completeDays"] as const;

/** More are told as so many and more. */
const RUNNING_SHOWN = 1000;

/** Every clock of a return with what happens when it runs out (P-04, P-05, S1-21, P-15). */
export function DeadlineFields({ channel, draft, set }: SectionProps) {
  const t = useTranslations("settings.clocks");
  const { carriesOut } = REACH[channel.mode];
  const { undecided, awaited } = channel.running;
  // What Homeward does not carry out itself can only be what a marketplace does.
  const consequences = ANSWER_CONSEQUENCES.filter(
    (consequence) => !carriesOut || consequence !== "refund" || draft.answerConsequence === "refund",
  );
  const field = (name: ClockName) => (
    <FormField key={name} name={`operation.clocks.${name}`} hint={t(`hints.${name}`)}>
      <Input
        type="number"
        inputMode="numeric"
        min={MAY_BE_NONE.includes(name) ? 0 : 1}
        step={1}
        value={draft.clocks[name]}
        className="max-w-40"
        onChange={(event) => set({ clocks: { ...draft.clocks, [name]: event.target.value } })}
      />
    </FormField>
  );
  return (
    <div className="flex flex-col gap-4">
      {!carriesOut && <p className="text-muted">{t("mirroredNote")}</p>}
      <p className="text-muted">
        {t("binds")}{" "}
        {undecided + awaited === 0
          ? t("noneRuns")
          : t("running", {
              undecided: Math.min(undecided, RUNNING_SHOWN),
              isMoreUndecided: String(undecided > RUNNING_SHOWN),
              awaited: Math.min(awaited, RUNNING_SHOWN),
              isMoreAwaited: String(awaited > RUNNING_SHOWN),
            })}
      </p>
      <div className="grid gap-4 md:grid-cols-2">{AFTER_REQUEST.map(field)}</div>
      <RadioGroup legend={t("consequence")} hint={t(carriesOut ? "consequenceHint" : "consequenceHintMirrored")}>
        {consequences.map((consequence) => (
          <Radio
            key={consequence}
            name="answerConsequence"
            checked={draft.answerConsequence === consequence}
            onChange={() => set({ answerConsequence: consequence })}
            label={t(`${channel.mode}.${consequence}`, { marketplace: channel.marketplace })}
          />
        ))}
      </RadioGroup>
      <div className="grid gap-4 border-line border-t pt-4 md:grid-cols-2">
        {AFTER_AUTHORIZING[draft.facts.programme].map(field)}
      </div>
      <div className="grid gap-4 border-line border-t pt-4 md:grid-cols-2">
        {carriesOut ? AFTER_RECEIPT.map(field) : field("refundDays")}
      </div>
      {!carriesOut && (
        <RadioGroup legend={t("refundConsequence")} hint={t("consequenceHintMirrored")}>
          {REFUND_CONSEQUENCES.map((consequence) => (
            <Radio
              key={consequence}
              name="refundConsequence"
              checked={draft.refundConsequence === consequence}
              onChange={() => set({ refundConsequence: consequence })}
              label={t(`refunded.${consequence}`, { marketplace: channel.marketplace })}
            />
          ))}
        </RadioGroup>
      )}
      <WorkCalendarFields draft={draft} set={set} />
    </div>
  );
}
