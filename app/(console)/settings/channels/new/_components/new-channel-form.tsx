"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { StoreChoices } from "@/components/channels/store-fields";
import { guardIme } from "@/components/guard-ime";
import { RefusedForm } from "@/components/refused-form";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { useAction } from "@/components/use-action";
import type { NewChannel } from "@/lib/channels/new-channel-form";
import { paths } from "@/lib/i18n/paths";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { COUNTRIES } from "@/lib/kernel/countries";
import { createChannel } from "../../../actions";
import { NewChannelFields } from "./new-channel-fields";

const FIELDS = ["name", "programme", "plan", "country", "currency", "timeZone", "defaultAddressId"] as const;

/** Asks for what tells a store apart; all else begins as usual and is set afterwards. */
export function NewChannelForm({ choices }: { choices: StoreChoices }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const { run, isRunning } = useAction(createChannel);
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
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  useLeaveGuard(draft !== first && !isMade, t("save.leave"));
  const create = async () => {
    if (isRunning || isMade) return;
    setRefusal(null);
    const answer = await run(draft);
    if (!answer.ok) return setRefusal(answer.refusal);
    setMade(true);
    notify({ title: t("newChannel.done", { name: draft.name.trim() }), tone: "success" });
    router.push(paths.settingsChannel(answer.value.id));
  };
  return (
    <form
      noValidate
      onKeyDown={guardIme}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <RefusedForm refusal={refusal} labels={Object.fromEntries(FIELDS.map((name) => [name, t(`facts.${name}`)]))}>
        <NewChannelFields
          draft={draft}
          choices={choices}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
        <Button type="submit" variant="primary" className="mt-4" isLoading={isRunning || isMade}>
          {t("newChannel.create")}
        </Button>
      </RefusedForm>
    </form>
  );
}
