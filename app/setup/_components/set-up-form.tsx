"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { guardIme } from "@/components/guard-ime";
import { RefusedForm } from "@/components/refused-form";
import { sendSignIn } from "@/components/send-sign-in";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { COUNTRIES } from "@/lib/kernel/countries";
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
  const { run, isRunning } = useAction(setUpProduct);
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const [country, setCountry] = useState<string>(FIRST_DRAFT.country);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  async function send(form: FormData): Promise<void> {
    setRefusal(null);
    const input = { ...readSetUp(form), locale, channel: draft };
    const answer = await run(input);
    if (!answer.ok) return setRefusal(answer.refusal);
    setLeaving(true);
    // Where signing in by itself does not work, the page that follows is the sign-in page.
    await sendSignIn(input.owner.email, input.owner.password);
    window.location.replace(paths.home);
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isRunning && !isLeaving) void send(new FormData(event.currentTarget));
  };
  return (
    <form method="post" noValidate onSubmit={submit} onKeyDown={guardIme}>
      <RefusedForm refusal={refusal} labels={useFieldLabels(country)}>
        <div className="flex flex-col gap-8">
          <OwnerFields />
          <ChannelFields draft={draft} choices={choices} onChange={setDraft} />
          <AddressFields country={country} countries={choices.addressCountries} onCountry={setCountry} />
          <Button type="submit" variant="primary" size="lg" isLoading={isRunning || isLeaving}>
            {t("submit")}
          </Button>
        </div>
      </RefusedForm>
    </form>
  );
}
