"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form/form-problems";
import { SavedForm } from "@/components/form/saved-form";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { useAction } from "@/components/use-action";
import type { BookAddress, ChannelAddresses } from "@/lib/channels/address-book";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { setDefaultAddresses } from "../actions";
import { useAddressName } from "./address-item";

type DefaultsFormProps = {
  channels: readonly ChannelAddresses[];
  addresses: readonly BookAddress[];
  isReadOnly: boolean;
};

/** The address that each channel takes where no rule and no person says another (S1-14). */
export function DefaultsForm({ channels, addresses, isReadOnly }: DefaultsFormProps) {
  const t = useTranslations("addresses.defaults");
  const settings = useTranslations("settings.save");
  const nameOf = useAddressName();
  const { run, isRunning } = useAction(setDefaultAddresses);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const changed = channels.flatMap(({ id, defaultAddressId }) => {
    const addressId = chosen[id];
    return addressId && addressId !== defaultAddressId ? [{ channelId: id, addressId, seen: defaultAddressId }] : [];
  });
  const save = async () => {
    if (isRunning) return;
    setRefusal(null);
    const answer = await run({ defaults: changed });
    if (!answer.ok) {
      // Its paths count what is sent here, which is not all that the form shows.
      const { fields: _, ...whole } = answer.refusal;
      return setRefusal(whole);
    }
    setChosen({});
    notify({ title: settings("done"), tone: "success" });
  };
  if (channels.length === 0) return null;
  return (
    <SavedForm
      action={setDefaultAddresses}
      start={{
        defaults: channels.map(({ id, defaultAddressId }) => ({
          channelId: id,
          addressId: chosen[id] ?? defaultAddressId,
          seen: defaultAddressId,
        })),
      }}
      refusal={refusal}
      labels={Object.fromEntries(channels.map(({ name }, index) => [`defaults.${index}.addressId`, name]))}
      isReadOnly={isReadOnly}
      bar={{
        isDirty: !isReadOnly && changed.length > 0,
        isSaving: isRunning,
        onSave: () => void save(),
        onDiscard: () => setChosen({}),
        leaveQuestion: settings("leave"),
      }}
    >
      <Card title={t("title")}>
        <p className="mb-3 text-muted text-small">{t("body")}</p>
        <fieldset disabled={isReadOnly} className="grid min-w-0 gap-4 md:grid-cols-2">
          {channels.map(({ id, defaultAddressId }, index) => (
            <FormField key={id} name={`defaults.${index}.addressId`}>
              <Select
                value={chosen[id] ?? defaultAddressId ?? ""}
                onChange={(event) => setChosen((before) => ({ ...before, [id]: event.target.value }))}
              >
                {defaultAddressId === null && <option value="">{t("none")}</option>}
                {addresses.map((address) => (
                  <option key={address.id} value={address.id}>
                    {nameOf(address)}
                  </option>
                ))}
              </Select>
            </FormField>
          ))}
        </fieldset>
      </Card>
    </SavedForm>
  );
}
