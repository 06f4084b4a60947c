"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormCheckbox } from "@/components/form/form-checkbox";
import { SavedForm } from "@/components/form/saved-form";
import { QueryScope } from "@/components/query-scope";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { REACH } from "@/lib/policy/reach";
import type { Operation } from "@/lib/policy/terms/terms";
import { saveAutomation } from "../../../../actions";
import { ChangedSince } from "../../_components/changed-since";
import { type AutomatedChannel, type AutomationDraft, draftOf, isSame, settingsIn } from "./automation-draft";
import { ChoiceCards } from "./choice-cards";
import { ExemptFields } from "./exempt-fields";

type Saved = { version: number; automation: Operation["automation"] };
type AutomationFormProps = { channel: AutomatedChannel; isReadOnly: boolean; saved: Saved };

/** S4-01 with what belongs to it; saved together, or not at all. */
export function AutomationForm({ channel, isReadOnly, saved }: AutomationFormProps) {
  const t = useTranslations("automation");
  const settings = useTranslations("settings.save");
  const { run, isRunning } = useAction(saveAutomation);
  const [seen, setSeen] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(saved.automation));
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const set = (change: Partial<AutomationDraft>) => setDraft((before) => ({ ...before, ...change }));
  const begin = (next: Saved) => {
    setSeen(next);
    setDraft(draftOf(next.automation));
    setRefusal(null);
  };
  const asked = { channelId: channel.id, seenVersion: seen.version, automation: settingsIn(draft) };
  const save = async () => {
    if (isRunning) return;
    setRefusal(null);
    const answer = await run(asked);
    if (!answer.ok) return setRefusal(answer.refusal);
    const { version, operation } = answer.value;
    begin({ version, automation: operation.automation });
    notify({ title: t("saved"), tone: "success" });
  };
  const current =
    refusal?.code === "changed_since"
      ? { version: Number(refusal.version), automation: (refusal.operation as Operation).automation }
      : null;
  return (
    <SavedForm
      action={saveAutomation}
      start={asked}
      refusal={current ? null : refusal}
      labels={{ "automation.withinDays": t("limit.field") }}
      isReadOnly={isReadOnly}
      bar={{
        isDirty: !isReadOnly && !isSame(draftOf(seen.automation), draft),
        isSaving: isRunning,
        onSave: () => void save(),
        onDiscard: () => begin(seen),
        leaveQuestion: settings("leave"),
      }}
    >
      {current && (
        <ChangedSince
          name={typeof refusal?.name === "string" ? refusal.name : null}
          what={t(`choice.${current.automation.choice}`)}
          onLoad={() => begin(current)}
        />
      )}
      <QueryScope>
        <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
          <Card title={t("requests")}>
            <ChoiceCards channel={channel} draft={draft} onChange={set} />
          </Card>
          <Card title={t("exempt.title")}>
            <ExemptFields channel={channel} value={draft.exempt} onChange={(exempt) => set({ exempt })} />
          </Card>
          {!REACH[channel.mode].carriesOut && (
            <Card title={t("mirrored.title")}>
              <FormCheckbox
                name="automation.isOnForMirrored"
                label={t("mirrored.field", { marketplace: channel.marketplace })}
                hint={t("mirrored.hint", { marketplace: channel.marketplace })}
                checked={draft.isOnForMirrored}
                onChange={(event) => set({ isOnForMirrored: event.target.checked })}
              />
            </Card>
          )}
        </fieldset>
      </QueryScope>
    </SavedForm>
  );
}
