"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { NamedField, RefusedForm } from "@/components/refused-form";
import { Card } from "@/components/ui/card";
import { CountedTextarea } from "@/components/ui/counted-textarea";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { SaveBar } from "@/components/ui/save-bar";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/action-answer";
import type { SavedSettings } from "@/lib/channels/save-channel-settings";
import { INSTRUCTIONS_AT_MOST } from "@/lib/returns/limits";
import { saveChannelSettings } from "../../../actions";
import { ChangedSince } from "./changed-since";
import { type ChannelDraft, differences, draftOf, secondsIn } from "./channel-draft";
import { MailFields } from "./mail-fields";
import { UndoFields } from "./undo-fields";

type ChannelFormProps = { channelId: string; isManaged: boolean; isReadOnly: boolean; saved: SavedSettings };

/** The settings of one store; saved together, or not at all. */
export function ChannelForm({ channelId, isManaged, isReadOnly, saved }: ChannelFormProps) {
  const t = useTranslations("settings");
  const { run, isRunning } = useAction(saveChannelSettings);
  // What the page began with: a refresh in the meantime must not pass for having been looked at.
  const [seen, setSeen] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const [start, setStart] = useState(0);
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
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
    const { isMailOn, hasLinks, replyTo } = draft;
    const undoSeconds = secondsIn(draft.undoSeconds);
    const requestMail = { isOn: isMailOn, hasLinks };
    const instructions = draft.instructions.trim();
    const answer = await run({
      channelId,
      seen: { version: seen.version, replyTo: seen.replyTo },
      undoSeconds,
      requestMail,
      replyTo,
      instructions,
    });
    if (!answer.ok) return setRefusal(answer.refusal);
    const { version, replyTo: kept } = answer.value;
    begin({ version, undoSeconds, requestMail, instructions, replyTo: kept });
    notify({ title: t("save.done"), tone: "success" });
  };

  const current = refusal?.code === "changed_since" ? (refusal.current as SavedSettings) : null;
  const labels = { undoSeconds: t("undo.field"), replyTo: t("replyTo.field"), instructions: t("instructions.field") };
  const tooLong = refusal?.fields?.instructions ? t("save.failed") : undefined;
  return (
    <RefusedForm refusal={current ? null : refusal} labels={labels}>
      {current && (
        <ChangedSince
          name={typeof refusal?.name === "string" ? refusal.name : null}
          what=""
          onLoad={() => begin(current)}
        />
      )}
      <fieldset key={start} disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
        <Card title={t("undo.title")}>
          <UndoFields
            isManaged={isManaged}
            value={draft.undoSeconds}
            onChange={(undoSeconds) => set({ undoSeconds })}
          />
        </Card>
        <Card title={t("mail.title")}>
          {isManaged ? (
            <MailFields isOn={draft.isMailOn} hasLinks={draft.hasLinks} onChange={set} />
          ) : (
            <p className="text-muted">{t("mail.mirrored")}</p>
          )}
        </Card>
        <Card title={t("replyTo.title")}>
          {isManaged ? (
            <NamedField name="replyTo" hint={t("replyTo.hint")} isOptional className="max-w-md">
              <Input
                type="email"
                autoComplete="off"
                value={draft.replyTo}
                onChange={(event) => set({ replyTo: event.target.value })}
              />
            </NamedField>
          ) : (
            <p className="text-muted">{t("replyTo.mirrored")}</p>
          )}
        </Card>
        <Card title={t("instructions.title")}>
          <CountedTextarea
            rows={4}
            label={t("instructions.field")}
            hint={t(isManaged ? "instructions.hint" : "instructions.hintMirrored")}
            error={tooLong}
            limit={INSTRUCTIONS_AT_MOST}
            count={draft.instructions.length}
            isOptional
            defaultValue={draft.instructions}
            onChange={(event) => set({ instructions: event.target.value })}
          />
        </Card>
      </fieldset>
      <SaveBar
        isDirty={!isReadOnly && differences(draftOf(seen), draft).length > 0}
        isSaving={isRunning}
        onSave={() => void save()}
        onDiscard={() => begin(seen)}
        leaveQuestion={t("save.leave")}
      />
    </RefusedForm>
  );
}
