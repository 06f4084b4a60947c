"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalWords } from "@/components/refusal-words";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { notify } from "@/components/ui/notify";
import { SaveBar } from "@/components/ui/save-bar";
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
  const refusalText = useRefusalWords();
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
    if (!answer.ok) return setRefusal(answer.refusal);
    setChosen({});
    notify({ title: settings("done"), tone: "success" });
  };
  if (channels.length === 0) return null;
  return (
    <>
      <Card title={t("title")}>
        <p className="mb-3 text-muted text-small">{t("body")}</p>
        {refusal && (
          <Banner tone="critical" role="alert" className="mb-3">
            {refusalText(refusal)}
          </Banner>
        )}
        <fieldset disabled={isReadOnly} className="grid min-w-0 gap-4 md:grid-cols-2">
          {channels.map(({ id, name, defaultAddressId }) => (
            <Field key={id} label={name}>
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
            </Field>
          ))}
        </fieldset>
      </Card>
      <SaveBar
        isDirty={!isReadOnly && changed.length > 0}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={() => setChosen({})}
        leaveQuestion={settings("leave")}
      />
    </>
  );
}
