"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { NamedField, RefusedForm } from "@/components/refused-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import type { ReasonKind } from "@/lib/policy/judging/own-reasons";
import { seenReason } from "@/lib/reasons/seen-reason";
import { addReason, saveReason } from "../actions";
import { ReasonChoices } from "./reason-choices";
import type { ShownReason } from "./shown-reason";

type ReasonDialogProps = { kind: ReasonKind; reason: ShownReason | null; onClose: () => void };

const NEW = {
  labels: { en: "", "zh-CN": "" },
  isBuyerVisible: true,
  fault: null,
  needsPhoto: false,
  needsComment: true,
  carriesRefund: false,
};

/** A reason's words and what follows from it; of one of ours, what a closing asks for and carries stays. */
export function ReasonDialog({ kind, reason, onClose }: ReasonDialogProps) {
  const t = useTranslations("reasons");
  const common = useTranslations("common");
  const add = useAction(addReason);
  const save = useAction(saveReason);
  const isRunning = add.isRunning || save.isRunning;
  const [code, setCode] = useState("");
  const [draft, setDraft] = useState(() => {
    const { labels, isBuyerVisible, fault, needsPhoto, needsComment, carriesRefund } = reason ?? NEW;
    return { labels, isBuyerVisible, fault, needsPhoto, needsComment, carriesRefund };
  });
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const send = async () => {
    if (isRunning) return;
    setRefusal(null);
    const answer = reason
      ? await save.run({ kind, code: reason.code, seen: seenReason(reason), ...draft })
      : await add.run({ kind, code: code.trim(), ...draft });
    if (!answer.ok) return setRefusal(answer.refusal);
    notify({ title: t(reason ? "saved" : "added"), tone: "success" });
    onClose();
  };
  const setLabel = (locale: "en" | "zh-CN", text: string) =>
    setDraft((before) => ({ ...before, labels: { ...before.labels, [locale]: text } }));
  return (
    <Dialog
      isOpen
      onClose={() => !isRunning && onClose()}
      title={t(reason ? "editTitle" : `newTitle.${kind}`)}
      description={t(reason ? "editBody" : "newBody")}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      footer={
        <>
          <Button onClick={onClose} isDisabled={isRunning}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" isLoading={isRunning}>
            {common("save")}
          </Button>
        </>
      }
    >
      <RefusedForm
        refusal={refusal}
        labels={{ "labels.en": t("labelEn"), "labels.zh-CN": t("labelZh"), code: t("code") }}
      >
        <div className="flex flex-col gap-4">
          <NamedField name="labels.en">
            <Input
              value={draft.labels.en}
              maxLength={80}
              lang="en"
              onChange={(event) => setLabel("en", event.target.value)}
            />
          </NamedField>
          <NamedField name="labels.zh-CN">
            <Input
              value={draft.labels["zh-CN"]}
              maxLength={80}
              lang="zh-CN"
              onChange={(event) => setLabel("zh-CN", event.target.value)}
            />
          </NamedField>
          {!reason && (
            <NamedField name="code" hint={t(`codeHint.${kind}`)} isOptional>
              <Input
                value={code}
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setCode(event.target.value)}
              />
            </NamedField>
          )}
          <ReasonChoices
            kind={kind}
            isBuiltIn={reason?.isBuiltIn ?? false}
            value={draft}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
        </div>
      </RefusedForm>
    </Dialog>
  );
}
