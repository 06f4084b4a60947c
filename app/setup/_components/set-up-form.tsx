"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Form, SubmitButton } from "@/components/form/form";
import { enterAs } from "@/components/send-sign-in";
import { paths } from "@/lib/i18n/paths";
import { COUNTRIES } from "@/lib/kernel/countries";
import { ok } from "@/lib/kernel/result";
import { setUpProduct } from "../actions";
import { AddressFields } from "./address-fields";
import { ChannelFields } from "./channel-fields";
import type { ChannelDraft, SetUpChoices } from "./choices";
import { OwnerFields } from "./owner-fields";
import { readSetUp } from "./read-set-up";
import { useFieldLabels } from "./use-field-labels";

const FIRST_DRAFT: ChannelDraft = {
  marketplace: "amazon",
  country: "US",
  ...COUNTRIES.US,
  plan: "individual",
  hasPrepaid: false,
};

export function SetUpForm({ choices }: { choices: SetUpChoices }) {
  const t = useTranslations("setup");
  const locale = useLocale();
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const [country, setCountry] = useState<string>(FIRST_DRAFT.country);
  return (
    <Form
      action={setUpProduct}
      read={(typed) => ok({ ...readSetUp(typed), locale, channel: draft })}
      onDone={(_, { owner }) => enterAs(owner.email, owner.password, paths.returns())}
      labels={useFieldLabels(country)}
    >
      <div className="flex flex-col gap-8">
        <OwnerFields />
        <ChannelFields draft={draft} choices={choices} onChange={setDraft} />
        <AddressFields country={country} countries={choices.addressCountries} onCountry={setCountry} />
        <SubmitButton size="lg">{t("submit")}</SubmitButton>
      </div>
    </Form>
  );
}
