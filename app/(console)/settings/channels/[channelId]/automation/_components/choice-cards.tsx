"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { FormField } from "@/components/form/form-problems";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { REACH } from "@/lib/policy/reach";
import { AUTOMATION_CHOICES } from "@/lib/policy/terms/term-choices";
import { type AutomatedChannel, type AutomationDraft, LIMIT_AT_MOST } from "./automation-draft";
import { LastMonth, useHistory } from "./last-month";

type ChoiceCardsProps = {
  channel: AutomatedChannel;
  draft: AutomationDraft;
  onChange: (change: Partial<AutomationDraft>) => void;
};

/** The three choices of S4-01, each with what it would have done last month. */
export function ChoiceCards({ channel, draft, onChange }: ChoiceCardsProps) {
  const t = useTranslations("automation");
  const { isError, refetch } = useHistory(channel.id);
  // P-16, and P-20: S1-03 is not repeated where a marketplace has done it.
  const { carriesOut } = REACH[channel.mode];
  const isProfessional = channel.plan === "professional" && carriesOut;
  const rest = isProfessional ? "professional" : "individual";
  return (
    <>
      {isProfessional && (
        <Banner tone="info" className="mb-3">
          {t("professional")}
        </Banner>
      )}
      {!carriesOut && !draft.isOnForMirrored && (
        <Banner tone="neutral" className="mb-3">
          {t("mirrored.off", { marketplace: channel.marketplace })}
        </Banner>
      )}
      <RadioGroup legend={t("legend")}>
        {AUTOMATION_CHOICES.map((choice) => (
          <Fragment key={choice}>
            <RadioCard
              name="automation.choice"
              value={choice}
              checked={draft.choice === choice}
              onChange={() => onChange({ choice })}
              label={<span className="font-semibold">{t(`choice.${choice}`)}</span>}
              description={
                <>
                  <span className="block">{t(`does.${rest}.${choice}`)}</span>
                  <LastMonth channel={channel} draft={draft} choice={choice} />
                </>
              }
            />
            {draft.choice === choice && choice !== "each" && (
              <FormField name="automation.withinDays" hint={t("limit.hint")} isOptional className="mb-2 ms-9 max-w-xs">
                <Input
                  type="number"
                  inputMode="numeric"
                  min={1}
                  max={LIMIT_AT_MOST}
                  step={1}
                  placeholder={t("limit.none")}
                  value={draft.withinDays}
                  onChange={(event) => onChange({ withinDays: event.target.value })}
                />
              </FormField>
            )}
          </Fragment>
        ))}
      </RadioGroup>
      {isError && (
        <p role="status" className="mt-2 flex flex-wrap items-center gap-2 text-small text-subtle">
          {t("month.failed")}
          <Button size="sm" onClick={() => void refetch()}>
            {t("month.retry")}
          </Button>
        </p>
      )}
    </>
  );
}
