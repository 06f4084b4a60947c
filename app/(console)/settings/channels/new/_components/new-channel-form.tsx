"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { StoreChoices } from "@/components/channels/store-fields";
import { Form, SubmitButton } from "@/components/form/form";
import { notify } from "@/components/ui/notify";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { NewChannel } from "@/lib/channels/channel-facts-input";
import { paths } from "@/lib/i18n/paths";
import { COUNTRIES } from "@/lib/kernel/countries";
import { ok } from "@/lib/kernel/result";
import { createChannel } from "../../../actions";
import { NewChannelFields } from "./new-channel-fields";

const FIELDS = ["name", "programme", "plan", "country", "currency", "timeZone", "defaultAddressId"] as const;

/** Asks for what tells a store apart; all else begins as usual and is set afterwards. */
export function NewChannelForm({ choices }: { choices: StoreChoices }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const [first] = useState<NewChannel>({
    marketplace: "amazon",
    programme: "seller_fulfilled",
    name: "",
    country: "US",
    ...COUNTRIES.US,
    plan: "individual",
    hasPrepaid: false,
    defaultAddressId: choices.addresses[0]?.id ?? null,
  });
  const [draft, setDraft] = useState(first);
  const [isMade, setMade] = useState(false);
  useLeaveGuard(draft !== first && !isMade, t("save.leave"));
  return (
    <Form
      action={createChannel}
      start={draft}
      read={() => ok(draft)}
      onDone={({ id }) => {
        setMade(true);
        notify({ title: t("newChannel.done", { name: draft.name.trim() }), tone: "success" });
        router.push(paths.settingsChannel(id));
      }}
      labels={Object.fromEntries(FIELDS.map((name) => [name, t(`facts.${name}`)]))}
    >
      <NewChannelFields
        draft={draft}
        choices={choices}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
      <SubmitButton className="mt-4" isLoading={isMade}>
        {t("newChannel.create")}
      </SubmitButton>
    </Form>
  );
}
