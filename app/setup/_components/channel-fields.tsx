"use client";

import { useTranslations } from "next-intl";
import { PlaceFields } from "@/components/channels/place-fields";
import { FormField } from "@/components/form/form-problems";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { CHANNEL_MARKETPLACES } from "@/lib/channels/marketplace-kinds";
import type { Posted } from "@/lib/kernel/posted";
import { PLANS } from "@/lib/policy/judging/facts";
import type { ChannelDraft, SetUpChoices } from "./choices";
import { FormSection } from "./form-section";

type ChannelFieldsProps = {
  draft: ChannelDraft;
  typed: Posted["typed"];
  choices: SetUpChoices;
  onChange: (draft: ChannelDraft) => void;
};

export function ChannelFields({ draft, typed, choices, onChange }: ChannelFieldsProps) {
  const t = useTranslations("setup");
  const set = (part: Partial<ChannelDraft>) => onChange({ ...draft, ...part });
  return (
    <FormSection title={t("sections.seller")} hint={t("sections.sellerHint")}>
      <FormField name="sellerName">
        <Input name="sellerName" defaultValue={typed.sellerName} autoComplete="organization" />
      </FormField>
      <RadioGroup legend={t("marketplace")}>
        {CHANNEL_MARKETPLACES.map((marketplace) => (
          <RadioCard
            key={marketplace}
            name="channel.marketplace"
            value={marketplace}
            checked={draft.marketplace === marketplace}
            onChange={() => set({ marketplace, plan: "individual", hasPrepaid: false })}
            label={t(`marketplaces.${marketplace}`)}
            description={t(`marketplaceHints.${marketplace}`)}
          />
        ))}
      </RadioGroup>
      <div className="grid gap-4 md:grid-cols-2">
        <PlaceFields
          prefix="channel."
          place={draft}
          choices={choices}
          isNew
          timeZoneHint={t("timeZoneHint")}
          onChange={set}
        />
      </div>
      {draft.marketplace === "amazon" && (
        <>
          <RadioGroup legend={t("plan")}>
            {PLANS.map((plan) => (
              <RadioCard
                key={plan}
                name="channel.plan"
                value={plan}
                checked={draft.plan === plan}
                onChange={() => set({ plan })}
                label={t(`plans.${plan}`)}
                description={t(`planHints.${plan}`)}
              />
            ))}
          </RadioGroup>
          <Checkbox
            name="channel.hasPrepaid"
            label={t("prepaid")}
            hint={t("prepaidHint")}
            checked={draft.hasPrepaid}
            onChange={({ target }) => set({ hasPrepaid: target.checked })}
          />
        </>
      )}
    </FormSection>
  );
}
