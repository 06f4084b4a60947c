"use client";

import { useTranslations } from "next-intl";
import { NamedField } from "@/components/refused-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { CHANNEL_MARKETPLACES } from "@/lib/channels/new-channel-form";
import { COUNTRIES } from "@/lib/countries";
import { PLANS } from "@/lib/policy/facts";
import type { ChannelDraft, SetUpChoices } from "./choices";
import { FormSection } from "./form-section";

type ChannelFieldsProps = {
  draft: ChannelDraft;
  choices: SetUpChoices;
  onChange: (draft: ChannelDraft) => void;
};

export function ChannelFields({ draft, choices, onChange }: ChannelFieldsProps) {
  const t = useTranslations("setup");
  const set = (part: Partial<ChannelDraft>) => onChange({ ...draft, ...part });
  return (
    <FormSection title={t("sections.seller")} hint={t("sections.sellerHint")}>
      <NamedField name="sellerName">
        <Input name="sellerName" autoComplete="organization" />
      </NamedField>
      <RadioGroup legend={t("marketplace")}>
        {CHANNEL_MARKETPLACES.map((marketplace) => (
          <RadioCard
            key={marketplace}
            name="channel.marketplace"
            checked={draft.marketplace === marketplace}
            onChange={() => set({ marketplace, plan: "individual", hasPrepaid: false })}
            label={t(`marketplaces.${marketplace}`)}
            description={t(`marketplaceHints.${marketplace}`)}
          />
        ))}
      </RadioGroup>
      <div className="grid gap-4 md:grid-cols-2">
        <NamedField name="channel.country">
          <Select
            value={draft.country}
            onChange={({ target }) => {
              const country = choices.countries.find(({ code }) => code === target.value)?.code;
              if (country) set({ country, ...COUNTRIES[country] });
            }}
          >
            {choices.countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </NamedField>
        <NamedField name="channel.currency">
          <Select value={draft.currency} onChange={({ target }) => set({ currency: target.value })}>
            {choices.currencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </Select>
        </NamedField>
        <NamedField name="channel.timeZone" hint={t("timeZoneHint")} className="md:col-span-2">
          <Select value={draft.timeZone} onChange={({ target }) => set({ timeZone: target.value })}>
            {choices.timeZones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </NamedField>
      </div>
      {draft.marketplace === "amazon" && (
        <>
          <RadioGroup legend={t("plan")}>
            {PLANS.map((plan) => (
              <RadioCard
                key={plan}
                name="channel.plan"
                checked={draft.plan === plan}
                onChange={() => set({ plan })}
                label={t(`plans.${plan}`)}
                description={t(`planHints.${plan}`)}
              />
            ))}
          </RadioGroup>
          <Checkbox
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
