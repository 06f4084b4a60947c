"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddressControl } from "@/components/address/address-control";
import type { CountryName } from "@/components/address/country-names";
import { CountryOptions } from "@/components/address/country-options";
import { useAddressLayout } from "@/components/address/use-address-layout";
import { FormField } from "@/components/form/form-problems";
import { SavedForm } from "@/components/form/saved-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/use-action";
import type { BookAddress } from "@/lib/channels/address-book";
import { seenAddress } from "@/lib/channels/seen-address";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { fitted } from "@/lib/kernel/address-fields";
import { saveAddress } from "../../actions";
import { draftOf, isSameDraft } from "./address-draft";
import { OnTheLabel } from "./on-the-label";

type AddressFormProps = {
  id: string;
  saved: BookAddress | null;
  countries: readonly CountryName[];
  isReadOnly: boolean;
};

/** The fields of an address as its country has them, what the team calls it, and how it will stand on the label. */
export function AddressForm({ id: ownId, saved, countries, isReadOnly }: AddressFormProps) {
  const t = useTranslations("addresses");
  const settings = useTranslations("settings.save");
  const router = useRouter();
  const { run, isRunning } = useAction(saveAddress);
  // A new address keeps its id through every refresh, so that it is added once.
  const [id] = useState(ownId);
  const [seen, setSeen] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const { label, hours, address } = draft;
  const fields = useAddressLayout(address.country, address.region);
  const setAddress = (change: Partial<typeof address>) =>
    setDraft((before) => ({ ...before, address: { ...before.address, ...change } }));
  const begin = (current: BookAddress | null) => {
    setSeen(current);
    setDraft(draftOf(current));
    setRefusal(null);
  };
  const asked = { id, seen: seen && seenAddress(seen), label, hours, address: fitted(address) };
  const save = async () => {
    if (isRunning) return;
    setRefusal(null);
    const answer = await run(asked);
    if (!answer.ok) return setRefusal(answer.refusal);
    notify({ title: t("savedDone"), tone: "success" });
    setLeaving(true);
    router.push(paths.addresses);
  };
  const current = refusal?.code === "changed_since" ? (refusal.current as BookAddress) : null;
  const labels = {
    label: t("label"),
    hours: t("hours"),
    "address.country": t("country"),
    ...Object.fromEntries(fields.map((field) => [`address.${field.name}`, field.label])),
  };
  return (
    <SavedForm
      action={saveAddress}
      start={asked}
      refusal={current ? null : refusal}
      labels={labels}
      isReadOnly={isReadOnly}
      bar={{
        isDirty: !isReadOnly && !isLeaving && !isSameDraft(draft, draftOf(seen)),
        isSaving: isRunning,
        onSave: () => void save(),
        onDiscard: () => begin(seen),
        leaveQuestion: settings("leave"),
      }}
    >
      {current && (
        <Banner
          tone="warning"
          role="alert"
          title={settings("changed", { hasName: "false", name: "" })}
          actions={
            <Button size="sm" onClick={() => begin(current)}>
              {settings("load")}
            </Button>
          }
          className="mb-4"
        >
          {t("changedSince")}
        </Banner>
      )}
      <fieldset disabled={isReadOnly} className="grid min-w-0 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_15rem]">
        <Card title={t("fields")}>
          <div className="grid gap-4 md:grid-cols-2">
            <FormField name="label" hint={t("labelHint")} isOptional>
              <Input
                value={label}
                maxLength={80}
                onChange={(event) => setDraft((before) => ({ ...before, label: event.target.value }))}
              />
            </FormField>
            <FormField name="address.country">
              <Select
                autoComplete="country"
                value={address.country}
                onChange={(event) => setAddress({ country: event.target.value, region: "" })}
              >
                <CountryOptions countries={countries} />
              </Select>
            </FormField>
            {fields.map((field) => (
              <FormField
                key={field.name}
                name={`address.${field.name}`}
                hint={field.hint}
                isOptional={!field.isRequired}
                className={field.isWide ? "md:col-span-2" : ""}
              >
                <AddressControl
                  field={field}
                  value={address[field.name]}
                  onChange={(event) => setAddress({ [field.name]: event.target.value })}
                />
              </FormField>
            ))}
            <FormField name="hours" hint={t("hoursHint")} isOptional className="md:col-span-2">
              <Input
                value={hours}
                maxLength={200}
                onChange={(event) => setDraft((before) => ({ ...before, hours: event.target.value }))}
              />
            </FormField>
          </div>
        </Card>
        <OnTheLabel address={address} />
      </fieldset>
    </SavedForm>
  );
}
