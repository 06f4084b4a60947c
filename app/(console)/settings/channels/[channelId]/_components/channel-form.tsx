"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProblems } from "@/components/form/form-problems";
import { notify } from "@/components/ui/notify";
import { SaveBar } from "@/components/ui/save-bar";
import { useAction } from "@/components/use-action";
import type { SavedSettings } from "@/lib/channels/save-channel-settings";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { saveChannelSettings } from "../../../actions";
import { ChangedSince } from "./changed-since";
import { type ChannelDraft, differences, draftOf, workIn } from "./channel-draft";
import { ChannelSections } from "./channel-sections";
import type { ChannelChoices, ChannelPlace } from "./section-props";
import { useChannelLabels } from "./use-channel-labels";

type ChannelFormProps = {
  sellerId: string;
  channel: ChannelPlace;
  choices: ChannelChoices;
  isReadOnly: boolean;
  saved: SavedSettings;
};

/** All that one store is and how it works; saved together, or not at all. */
export function ChannelForm({ sellerId, channel, choices, isReadOnly, saved }: ChannelFormProps) {
  const t = useTranslations("settings");
  const { run, isRunning } = useAction(saveChannelSettings);
  // What the page began with: a refresh in the meantime must not pass for having been looked at.
  const [seen, setSeen] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const [start, setStart] = useState(0);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const labels = useChannelLabels(draft);
  const set = (change: Partial<ChannelDraft>) => setDraft((before) => ({ ...before, ...change }));
  const begin = (settings: SavedSettings) => {
    setSeen(settings);
    setDraft(draftOf(settings));
    setStart((count) => count + 1);
    setRefusal(null);
  };

  const save = async () => {
    if (isRunning) return;
    setRefusal(null);
    const { version, replyTo, facts } = seen;
    const answer = await run({
      channelId: channel.id,
      seen: { version, replyTo, facts },
      facts: draft.facts,
      replyTo: draft.replyTo,
      operation: workIn(draft),
    });
    if (!answer.ok) return setRefusal(answer.refusal);
    begin(answer.value);
    notify({ title: t("save.done"), tone: "success" });
  };

  const current = refusal?.code === "changed_since" ? (refusal.current as SavedSettings) : null;
  const standing = current ? differences(draftOf(seen), draftOf(current)) : [];
  return (
    <FormProblems refusal={current ? null : refusal} labels={labels}>
      {current && (
        <ChangedSince
          name={typeof refusal?.name === "string" ? refusal.name : null}
          what={standing.map((part) => t(`parts.${part}`)).join("; ")}
          onLoad={() => begin(current)}
        />
      )}
      <fieldset key={start} disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
        <ChannelSections {...{ sellerId, channel, choices, draft, set }} />
      </fieldset>
      <SaveBar
        isDirty={!isReadOnly && differences(draftOf(seen), draft).length > 0}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={() => begin(seen)}
        leaveQuestion={t("save.leave")}
      />
    </FormProblems>
  );
}
