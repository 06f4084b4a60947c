"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Form, SubmitButton } from "@/components/form/form";
import { useNativePost } from "@/components/form/use-form";
import { enterAs } from "@/components/send-sign-in";
import { paths } from "@/lib/i18n/paths";
import { COUNTRIES } from "@/lib/kernel/countries";
import { ok } from "@/lib/kernel/result";
import { postSetUp, setUpProduct } from "../actions";
import { AddressFields } from "./address-fields";
import { ChannelFields } from "./channel-fields";
import type { ChannelDraft, SetUpChoices } from "./choices";
import { OwnerFields } from "./owner-fields";
import { readChannel, readSetUp } from "./read-set-up";
import { useFieldLabels } from "./use-field-labels";

/** What was typed before, where the browser posted it and it was refused. */
function draftOf(typed: Readonly<Record<string, string>>): ChannelDraft {
  if (!typed["channel.marketplace"]) return FIRST_DRAFT;
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return readChannel(form);
}

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
  const native = useNativePost(postSetUp);
  const { typed } = native.came;
  const [draft, setDraft] = useState(() => draftOf(typed));
  const [country, setCountry] = useState<string>(typed["address.country"] ?? FIRST_DRAFT.country);
  return (
    <Form
      action={setUpProduct}
      native={native}
      read={(form) => ok(readSetUp(form))}
      onDone={(_, { owner }) => enterAs(owner.email, owner.password, paths.returns())}
      labels={useFieldLabels(country)}
    >
      <div className="flex flex-col gap-8">
        <input type="hidden" name="locale" value={locale} />
        <OwnerFields typed={typed} />
        <ChannelFields draft={draft} typed={typed} choices={choices} onChange={setDraft} />
        <AddressFields country={country} typed={typed} countries={choices.addressCountries} onCountry={setCountry} />
        <SubmitButton size="lg">{t("submit")}</SubmitButton>
      </div>
    </Form>
  );
}
